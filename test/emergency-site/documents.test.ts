import { emergencyDocuments } from '../../lib/emergency-site/documents';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { pageProps } from '../helpers/page-props';

describe('documents of the emergency site', () => {
  const documents = emergencyDocuments(pageProps());

  test("are the page and its copy: nothing in place of the store's own, and never the status", () => {
    expect(documents).toEqual({
      'understudy/index.html': renderEmergencyPage(pageProps()),
      'understudy/copy.html': renderEmergencyPage(pageProps()),
    });
  });

  test('are one page more for each language, where there are several', () => {
    const several = emergencyDocuments(pageProps({ language: 'pl', languages: ['en', 'pl', 'zh-Hant'] }));
    expect(Object.keys(several)).toEqual([
      'understudy/index.html',
      'understudy/copy.html',
      'understudy/en.html',
      'understudy/pl.html',
      'understudy/zh-Hant.html',
    ]);
    expect(several['understudy/index.html']).toContain('<html lang=pl>');
    expect(several['understudy/zh-Hant.html']).toContain('<html lang=zh-Hant>');
  });

  test("hold the store's own, word for word", () => {
    const icon = new Uint8Array([0, 0, 1, 0]);
    const robots = 'User-agent: *\nDisallow: /cart\n';
    expect(emergencyDocuments(pageProps(), { '/robots.txt': robots, '/favicon.ico': icon })).toMatchObject({
      'robots.txt': robots,
      'favicon.ico': icon,
    });
  });
});
