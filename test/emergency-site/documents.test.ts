import { emergencyDocuments } from '../../lib/emergency-site/documents';
import { renderEmergencyPage } from '../../lib/emergency-site/page/render-emergency-page';
import { pageProps } from '../helpers/page-props';

describe('documents of the emergency site', () => {
  const documents = emergencyDocuments(pageProps(), 'shop.example.com');

  test('are the page and robots.txt, and never the status', () => {
    expect(Object.keys(documents)).toEqual(['understudy/index.html', 'robots.txt', 'sitemap.xml']);
    expect(documents['understudy/index.html']).toBe(renderEmergencyPage(pageProps()));
  });

  test('are one page more for each language, where there are several', () => {
    const props = pageProps({ language: 'pl', languages: ['en', 'pl', 'zh-Hant'] });
    const several = emergencyDocuments(props, 'shop.example.com');
    expect(Object.keys(several)).toEqual([
      'understudy/index.html',
      'understudy/en.html',
      'understudy/pl.html',
      'understudy/zh-Hant.html',
      'robots.txt',
      'sitemap.xml',
    ]);
    expect(several['understudy/index.html']).toContain('<html lang=pl>');
    expect(several['understudy/zh-Hant.html']).toContain('<html lang=zh-Hant>');
  });

  test('give crawlers a sitemap with the home page', () => {
    expect(documents['sitemap.xml']).toContain('<loc>https://shop.example.com/</loc>');
  });

  test('let crawlers in', () => {
    expect(documents['robots.txt']).toMatch(/^User-agent: \*\nAllow: \/$/m);
    expect(documents['robots.txt']).not.toContain('Disallow');
  });
});
