import { createHash } from 'node:crypto';
import { emergencyPage } from '../../bin/emergency-page';
import { EMERGENCY_PAGE_MARKER } from '../../lambda/emergency-response/contract/paths';
import type { EmergencyPageProps } from '../../lib/page/emergency-page-props';
import { escapeHtml } from '../../lib/page/escape-html';
import { pageLanguages } from '../../lib/page/page-languages';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { wireBytes } from '../bench/wire-bytes';
import { EXTRAS, LANGUAGES, LOGO_SVG, pageProps } from '../helpers/page-props';

const render = (changes: Partial<EmergencyPageProps> = {}): string => renderEmergencyPage(pageProps(changes));

const between = (html: string, start: string, end: string): string =>
  html.slice(html.indexOf(start) + start.length, html.indexOf(end, html.indexOf(start)));

const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
const styleOf = (html: string): string => between(html, '<style>', '</style>');
const policyOf = (html: string): string => between(html, 'Security-Policy" content="', '">');

const scriptOf = (html: string): string => scriptsOf(html).at(-1) ?? '';
const settingsOf = (html: string) => JSON.parse(between(html, 'id=us-settings>', '</script>'));

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('emergency page', () => {
  test('is the same bytes for the same props', () => {
    expect(render()).toBe(render());
  });

  test('has the texts of its first language where its script writes them', () => {
    const localized = (en: string) =>
      Object.fromEntries(LANGUAGES.map((language) => [language, `${en} ${language}`]));
    const html = render({
      ...EXTRAS,
      salesChannels: [{ label: localized('Market'), url: 'https://market.example.net/' }],
      links: [{ label: localized('News'), url: 'https://news.example.net/' }],
      contact: { phone: '+48 123 456 789', email: 'help@example.com', hours: localized('Monday') },
    });
    const shown = [...html.matchAll(/<\w+[^>]* data-t[^>]*>([^<]*)/g)].map(([, text]) => text);
    const escaped = settingsOf(html).texts.en.map(escapeHtml);
    expect(shown).toEqual(escaped);
    expect(escaped).toEqual(expect.arrayContaining(['Market en', 'News en', 'Monday en']));
  });

  test('has the marker of its health check in the first 1,000 bytes', () => {
    const start = Buffer.from(render({ storeName: 'Ż'.repeat(80) })).subarray(0, 1_000);
    expect(start.toString()).toContain(EMERGENCY_PAGE_MARKER);
  });

  test.each(pageLanguages(emergencyPage))(
    'of the example in %s alone takes at most 4,000 bytes with its headers',
    async (language) => {
      expect(await wireBytes(renderEmergencyPage(emergencyPage, [language]))).toBeLessThanOrEqual(4_000);
    },
  );

  test('in all languages takes at most 13,000 bytes with its headers and every block', async () => {
    expect(await wireBytes(render({ ...EXTRAS, logoSvg: LOGO_SVG }))).toBeLessThanOrEqual(13_000);
  });

  test('ends its lines with a line feed only', () => {
    expect(render()).not.toContain('\r');
  });

  test('takes nothing from any host', () => {
    const html = render({ logoSvg: LOGO_SVG });
    expect(html).not.toMatch(/\ssrc=|@import|url\(/);
    expect([...html.matchAll(/<link [^>]*>/g)].map(String)).toEqual(['<link rel=icon href=data:,>']);
  });

  test('has no style that a browser of 2021 would leave out with its colours or its rows', () => {
    expect(styleOf(render({ ...EXTRAS, logoSvg: LOGO_SVG }))).not.toMatch(/light-dark\(|:has\(/);
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
    ['several languages', { languages: LANGUAGES }],
  ])('allows exactly the style and the script of a page in %s', (_case, changes) => {
    const html = render(changes);
    expect(policyOf(html)).toBe(
      `default-src ${scriptsOf(html).map(hashOf).join(' ')} ${hashOf(styleOf(html))};` +
        "img-src data:;base-uri 'none';form-action 'none';connect-src 'self'",
    );
  });

  test('finds no attribute that it would block', () => {
    expect(render({ ...EXTRAS, logoSvg: LOGO_SVG })).not.toMatch(/<[^>]+\s(style|on\w+)=/);
  });
});

describe('script', () => {
  test('is the same for every store', () => {
    const other = render({
      storeName: 'Other',
      language: 'pl',
      colors: { accent: '#0b7a5b' },
      salesChannels: [],
    });
    expect(scriptsOf(other)).toEqual(scriptsOf(render()));
    expect(scriptsOf(render({ ...EXTRAS, languages: ['en', 'pl'] }))).toEqual(scriptsOf(render(EXTRAS)));
    expect(scriptOf(other).length).toBeGreaterThan(1_000);
  });

  test('carries what an offer needs only where there is one', () => {
    expect(scriptOf(render({ offer: { text: 'Ten off' } }))).toContain('"offer"');
    expect(scriptOf(render())).not.toContain('"offer"');
  });
});

describe('content', () => {
  const NASTY = `<script>alert("1")</script>&'`;
  const ESCAPED = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;';

  test.each([
    ['storeName', { storeName: NASTY }, 2],
    ['contact.hours', { contact: { phone: '112', hours: NASTY } }, 1],
    ['contact.hours.en', { contact: { phone: '112', hours: { en: NASTY } } }, 1],
    ['offer.text', { offer: { text: NASTY } }, 1],
    ['offer.code', { offer: { text: 'Thanks', code: NASTY } }, 1],
    ['links[0].label', { links: [{ label: NASTY, url: 'https://a.example' }] }, 1],
    ['salesChannels[0].label', { salesChannels: [{ label: NASTY, url: 'https://a.example' }] }, 1],
    ['salesChannels[0].label.en', { salesChannels: [{ label: { en: NASTY }, url: 'https://a.example' }] }, 1],
    ['salesChannels[0].url', { salesChannels: [{ label: 'A', url: `https://a.example/?${NASTY}` }] }, 1],
  ])('escapes %s', (_prop, changes, times) => {
    const html = render(changes);
    expect(html).not.toContain(NASTY);
    expect(html.split(ESCAPED)).toHaveLength(times + 1);
  });

  test('takes a store name with a dollar sign as it is', () => {
    expect(render({ storeName: 'Cash$&Carry' })).toContain('– Cash$&amp;Carry</title>');
  });

  test('names the store in text beside a logo', () => {
    const html = render({ logoSvg: LOGO_SVG });
    expect(html).toContain(LOGO_SVG);
    expect(html).toContain('<span class=name>Example Shop</span>');
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

  test.each([
    ['shops', { shopsUrl: 'https://shops.example.net/' }, 'https://shops.example.net/'],
    ['links', { links: [{ label: 'Help', url: 'https://help.example.net/' }] }, 'https://help.example.net/'],
    ['feedback', { feedbackUrl: 'https://feedback.example.net/' }, 'Tell us how we did'],
    ['an offer', { offer: { text: 'Ten off' } }, 'Ten off'],
    ['a form to be told', { notify: { url: 'https://news.example.net/' } }, 'Tell me when you are back</a>'],
    ['several languages', { languages: ['en', 'fr'] }, 'Français'],
  ])('has %s when they are given', (_case, changes, mark) => {
    expect(render(changes)).toContain(mark);
    expect(render()).not.toContain(mark);
  });

  test("asks to be told by an e-mail in the store's own language, and says what the link opens", () => {
    const html = render({ ...EXTRAS, language: 'pl' });
    const subject = 'Proszę o wiadomość, gdy sklep Example Shop znów będzie otwarty';
    expect(html).toContain(`mailto:news@example.com?subject=${encodeURIComponent(subject)}`);
    expect(settingsOf(html).texts.en).toContain('Tell me when you are back (opens your email)');
  });

  test.each([
    ['device', 'Your basket is kept on this device.'],
    ['account', 'If you were signed in, your basket is kept in your account.'],
    ['not-saved', 'Sorry, your basket was not saved.'],
    [undefined, 'We cannot show your basket right now.'],
  ] as const)('with the basket in %s says: %s', (basket, text) => {
    expect(render({ basket })).toContain(text);
    expect(render({ basket })).not.toContain('has not changed it');
  });

  test('speaks of confirmed orders only where the store has said what became of them', () => {
    expect(render({ confirmedOrders: 'unaffected' })).toContain('Orders that we have confirmed');
    expect(render()).not.toContain('Orders that we have confirmed');
  });

  test('knows nothing of the store before its script runs, and says nothing that may be false', () => {
    const text = between(render(), '<main>', '<script');
    expect(text).toContain('We cannot show you this page right now. Thank you for waiting.');
    expect(text).not.toMatch(/closed|working on it/);
  });

  test('leads to other ways to buy before it speaks of the basket, and has one way to ask again', () => {
    const html = render(EXTRAS);
    const marks = [
      'id=us-status',
      'Example Shop on Marketplace',
      'Tell me when',
      'id=us-check',
      'Your basket and',
    ];
    const places = marks.map((mark) => html.indexOf(mark));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(html.match(/href=""/g)).toHaveLength(1);
  });

  test('has the contact data below the sentence that tells shoppers to use them', () => {
    const html = render();
    const sentence = html.indexOf('or contact us.<dl>');
    expect(sentence).toBeGreaterThan(0);
    expect(html.indexOf('tel:')).toBeGreaterThan(sentence);
  });

  test('hides the offer until the script has seen that it is due', () => {
    expect(render(EXTRAS)).toContain('<section class=offer id=us-offer hidden>');
  });

  test("speaks the store's own language first, and holds the others", () => {
    const html = render({ ...EXTRAS, language: 'pl' });
    expect(html).toContain('<html lang=pl>');
    expect(html).toContain('Gdzie jeszcze kupisz');
    expect(Object.keys(settingsOf(html).said)).toEqual(LANGUAGES);
    const marks = html.match(/ data-t>/g);
    for (const texts of Object.values(settingsOf(html).texts)) {
      expect(texts).toHaveLength(marks?.length ?? 0);
    }
  });

  test('alone in one language holds no other, and asks for them at the same address', () => {
    const html = renderEmergencyPage(pageProps(EXTRAS), ['zh-Hant']);
    expect(html).toContain('<html lang=zh-Hant>');
    expect(Object.keys(settingsOf(html).said)).toEqual(['zh-Hant']);
    expect(html).toContain('<a href="?lang=fr" lang=fr>Français');
  });

  test('in several languages links to their files for browsers without scripts', () => {
    expect(render(EXTRAS)).toContain('<a href="/understudy/fr.html" lang=fr>Français');
  });

  test('puts the hours, the labels of links and the offer in the language', () => {
    const hours = Object.fromEntries(LANGUAGES.map((language) => [language, `Hours in ${language}`]));
    const label = Object.fromEntries(LANGUAGES.map((language) => [language, `Elsewhere in ${language}`]));
    const links = [{ label, url: 'https://a.example' }];
    const props = pageProps({ ...EXTRAS, contact: { phone: '112', hours }, salesChannels: links, links });
    const html = renderEmergencyPage(props, ['pl']);
    expect(html).toContain('<dd>Hours in pl</div>');
    expect(html).toContain('Odbierz 10 % rabatu');
    expect(html.split('>Elsewhere in pl</a>')).toHaveLength(3);
    expect(settingsOf(renderEmergencyPage(props)).texts.ru).toContain('Elsewhere in ru');
  });

  test('fails when there are no sentences in the language', () => {
    expect(() => render({ language: 'tlh' })).toThrow('page.language: has no sentences, got tlh');
  });
});
