import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { EmergencyPageProps } from '../../../lib/emergency-site/page/emergency-page-props';
import { renderEmergencyPage } from '../../../lib/emergency-site/page/render-emergency-page';
import { EMERGENCY_PAGE_MARKER } from '../../../lib/emergency-site/paths';
import { LOGO_SVG, pageProps } from '../../helpers/page-props';

const render = (changes: Partial<EmergencyPageProps> = {}): string => renderEmergencyPage(pageProps(changes));

const between = (html: string, start: string, end: string): string =>
  html.slice(html.indexOf(start) + start.length, html.indexOf(end, html.indexOf(start)));

const scriptOf = (html: string): string => between(html, '\n<script>', '</script>');
const styleOf = (html: string): string => between(html, '<style>', '</style>');
const policyOf = (html: string): string => between(html, 'Security-Policy" content="', '">');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('emergency page', () => {
  test('is the same bytes for the same props', () => {
    expect(render()).toBe(render());
  });

  test('has the marker of its health check in the first 1,000 bytes', () => {
    const start = Buffer.from(render({ storeName: 'Ż'.repeat(80) })).subarray(0, 1_000);
    expect(start.toString()).toContain(EMERGENCY_PAGE_MARKER);
  });

  test('takes at most 6,000 bytes of the first round trip, compressed', () => {
    expect(gzipSync(render(), { level: 9 }).length).toBeLessThanOrEqual(6_000);
  });

  test('ends its lines with a line feed only', () => {
    expect(render()).not.toContain('\r');
  });

  test('takes nothing from any host', () => {
    const html = render({ logoSvg: LOGO_SVG });
    expect(html).not.toMatch(/\ssrc=|@import|url\(/);
    expect([...html.matchAll(/<link [^>]*>/g)].map(String)).toEqual(['<link rel="icon" href="data:,">']);
  });

  test('does not reload by itself', () => {
    expect(render()).not.toMatch(/http-equiv="?refresh/i);
  });
});

describe('content security policy', () => {
  test('stands before the first style and script', () => {
    const html = render({ logoSvg: LOGO_SVG });
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<style|<script/));
  });

  test.each([
    ['the neutral colours', {}],
    ['the colours of a brand', { colors: { accent: '#0b7a5b' } }],
  ])('allows exactly the style and the script of a page in %s', (_case, changes) => {
    const html = render(changes);
    expect(policyOf(html)).toBe(
      `default-src 'none'; script-src ${hashOf(scriptOf(html))}; style-src ${hashOf(styleOf(html))}; ` +
        "img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'",
    );
  });

  test('finds no attribute that it would block', () => {
    expect(render({ logoSvg: LOGO_SVG })).not.toMatch(/<[^>]+\s(style|on\w+)=/);
  });
});

describe('script', () => {
  test('is the same for every store', () => {
    const other = render({ storeName: 'Other', colors: { accent: '#0b7a5b' }, salesChannels: [] });
    expect(scriptOf(other)).toBe(scriptOf(render()));
    expect(scriptOf(other).length).toBeGreaterThan(1_000);
  });
});

describe('content', () => {
  const NASTY = `<script>alert("1")</script>&'`;
  const ESCAPED = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;';

  test.each([
    ['storeName', { storeName: NASTY }, 3],
    ['contact.hours', { contact: { phone: '112', hours: NASTY } }, 1],
    ['salesChannels[0].label', { salesChannels: [{ label: NASTY, url: 'https://a.example' }] }, 1],
    ['salesChannels[0].url', { salesChannels: [{ label: 'A', url: `https://a.example/?${NASTY}` }] }, 1],
  ])('escapes %s', (_prop, changes, times) => {
    const html = render(changes);
    expect(html).not.toContain(NASTY);
    expect(html.split(ESCAPED)).toHaveLength(times + 1);
  });

  test('takes a store name with a dollar sign as it is', () => {
    expect(render({ storeName: 'Cash$&Carry' })).toContain('shop at Cash$&amp;Carry right now');
  });

  test('names the store in text beside a logo', () => {
    const html = render({ logoSvg: LOGO_SVG });
    expect(html).toContain(LOGO_SVG);
    expect(html).toContain('<span class="name">Example Shop</span>');
  });

  test('links a phone number by its digits', () => {
    expect(render({ contact: { phone: '+48 (12) 345-67.89' } })).toContain('href="tel:+48123456789"');
  });

  test.each([
    ['other ways to buy', { salesChannels: [] }, 'Other ways to buy'],
    ['an e-mail address', { contact: { phone: '112' } }, 'mailto:'],
    ['a phone number', { contact: { email: 'a@b.example' } }, 'tel:'],
    ['a status page', { statusPageUrl: undefined }, '<footer>'],
  ])('leaves the block out for a store without %s', (_case, changes, mark) => {
    expect(render()).toContain(mark);
    expect(render(changes)).not.toContain(mark);
  });

  test('fails when there are no sentences in the language', () => {
    expect(() => render({ language: 'tlh' })).toThrow('page.language: has no sentences, got tlh');
  });
});
