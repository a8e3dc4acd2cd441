import type { EmergencyPageProps } from './page/emergency-page-props';
import { pageLanguages } from './page/page-languages';
import { renderEmergencyPage } from './page/render-emergency-page';
import { EMERGENCY_PAGE_PATH, languagePagePath, objectKey, ROBOTS_PATH, SITEMAP_PATH } from './paths';

/**
 * Crawlers read a 503 here as "the whole site is blocked", so it stays 200; pages say 503 themselves.
 * @see https://developers.google.com/search/docs/crawling-indexing/robots/robots_txt#handling-http-result-codes
 */
const ROBOTS = `# The store is closed for now. Its pages answer 503 with Retry-After: please come back later.
User-agent: *
Allow: /
`;

/**
 * The home page only: a sitemap is a hint, and a page that is not in it is not dropped for that.
 * @see https://www.sitemaps.org/protocol.html
 */
const sitemap = (domainName: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://${domainName}/</loc></url></urlset>
`;

/**
 * What a deployment puts into the emergency bucket, by object key: the page in all its languages, each language alone
 * where there are several, and what crawlers ask for. The status is not in it: a function writes that.
 */
export const emergencyDocuments = (page: EmergencyPageProps, domainName: string): Record<string, string> => {
  const languages = pageLanguages(page);
  const single = languages.length > 1 ? languages : [];
  return {
    [objectKey(EMERGENCY_PAGE_PATH)]: renderEmergencyPage(page),
    ...Object.fromEntries(
      single.map((tag) => [objectKey(languagePagePath(tag)), renderEmergencyPage(page, [tag])]),
    ),
    [objectKey(ROBOTS_PATH)]: ROBOTS,
    [objectKey(SITEMAP_PATH)]: sitemap(domainName),
  };
};
