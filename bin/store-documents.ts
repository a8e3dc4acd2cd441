import type { StoreDocuments } from '../lib';

/**
 * What machines still get from the example store while it is closed. Put in what your store answers, word for word;
 * `readFileSync('favicon.ico')` gives a file that is no text.
 */
export const storeDocuments: StoreDocuments = {
  '/robots.txt': `User-agent: *
Disallow: /checkout

Sitemap: https://shop.example.com/sitemap.xml
`,
  '/sitemap.xml': `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://shop.example.com/</loc></url></urlset>
`,
};
