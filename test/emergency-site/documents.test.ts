import { emergencyDocuments } from '../../lib/emergency-site/documents';
import { renderEmergencyPage } from '../../lib/emergency-site/page/render-emergency-page';
import { pageProps } from '../helpers/page-props';

describe('documents of the emergency site', () => {
  const documents = emergencyDocuments(pageProps());

  test('are the page and robots.txt, and never the status', () => {
    expect(Object.keys(documents)).toEqual(['understudy/index.html', 'robots.txt']);
    expect(documents['understudy/index.html']).toBe(renderEmergencyPage(pageProps()));
  });

  test('let crawlers in', () => {
    expect(documents['robots.txt']).toMatch(/^User-agent: \*\nAllow: \/$/m);
    expect(documents['robots.txt']).not.toContain('Disallow');
  });
});
