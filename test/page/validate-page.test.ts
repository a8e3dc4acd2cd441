import { Lazy } from 'aws-cdk-lib';
import type { EmergencyPageProps } from '../../lib/page/emergency-page-props';
import { validatePage } from '../../lib/page/validate-page';
import { EXTRAS, LOGO_SVG, pageProps } from '../helpers/page-props';

type Case = readonly [string, Partial<EmergencyPageProps>];

const NOW = Date.UTC(2026, 2, 2, 10);

const mistakes = (changes: Partial<EmergencyPageProps>): string[] =>
  validatePage(pageProps(changes), { nowMs: NOW });

const contact = (changes: EmergencyPageProps['contact']): Partial<EmergencyPageProps> => ({
  contact: changes,
});
const channel = (label: string, url: string): Partial<EmergencyPageProps> => ({
  salesChannels: [{ label, url }],
});

const PHONE_RULE =
  'must be 3 to 15 digits, with spaces, dots, hyphens, slashes or brackets between them and a plus before them if need be';

describe('page props', () => {
  test.each<Case>([
    ['everything', { logoSvg: LOGO_SVG, colors: { accent: '#0b7a5b' }, language: 'en' }],
    ['every extra', EXTRAS],
    ['hours by language', contact({ phone: '112', hours: { en: 'Weekdays' } })],
    ['labels by language', { links: [{ label: { en: 'Help' }, url: 'https://a.example' }] }],
    ['orders that are well', { confirmedOrders: 'unaffected' }],
    ['a name of 80 characters', { storeName: 'x'.repeat(80) }],
    ['a name with a joiner', { storeName: 'می\u200cخریم' }],
    ['an offer that holds', { offer: { text: 'Ten off', validUntil: '2026-03-02T10:00:01Z' } }],
    ['an e-mail address only', contact({ email: 'a.b+c@d-e.example' })],
    ['a phone number of 3 digits', contact({ phone: '112' })],
    ['a phone number of 15 digits', contact({ phone: '+123456789012345' })],
    [
      'payment providers',
      {
        paymentProviderOrigins: [
          'https://pay.provider.example',
          'https://*.bank.example',
          'https://acs.bank.example:8443',
        ],
      },
    ],
    [
      'a payment provider known at deployment',
      { paymentProviderOrigins: [Lazy.string({ produce: () => 'x' })] },
    ],
    ['an address known at deployment', channel('Shop', Lazy.string({ produce: () => 'later' }))],
  ])('are accepted with %s', (_case, changes) => {
    expect(mistakes(changes)).toEqual([]);
  });

  test.each([
    [{ storeName: ' ' }, 'page.storeName: must be text of 1 to 80 characters, got " "'],
    [
      { storeName: 'x'.repeat(81) },
      `page.storeName: must be text of 1 to 80 characters, got "${'x'.repeat(81)}"`,
    ],
    [
      { storeName: 'Shop\u0000' },
      'page.storeName: must be text without control characters, got U+0000; remove it',
    ],
    [
      { storeName: 'Shop\u202Egro' },
      'page.storeName: must be text without control characters, got U+202E; remove it',
    ],
    [
      { offer: { text: 'Ten off', validUntil: '2026-03-02T11:00:00+01:00' } },
      'page.offer.validUntil: is over, got 2026-03-02T11:00:00+01:00; name a later time, or leave the offer out',
    ],
    [
      { language: 'tlh' },
      'page.language: the page is not written in this language, got tlh; available: en, fr, pl, ru, zh-Hans, zh-Hant',
    ],
    [
      contact({ hours: 'always' }),
      "page.contact: shoppers can't reach anybody, got neither email nor phone; give at least one",
    ],
    [contact({ email: 'help@example' }), 'page.contact.email: must be one e-mail address, got help@example'],
    [contact({ email: 'a@b.c, d@e.f' }), 'page.contact.email: must be one e-mail address, got a@b.c, d@e.f'],
    [contact({ phone: '12' }), `page.contact.phone: ${PHONE_RULE}, got 12`],
    [contact({ phone: '1234567890123456' }), `page.contact.phone: ${PHONE_RULE}, got 1234567890123456`],
    [contact({ phone: '0800-SHOP' }), `page.contact.phone: ${PHONE_RULE}, got 0800-SHOP`],
    [contact({ phone: '112', hours: '' }), 'page.contact.hours: must be text of 1 to 80 characters, got ""'],
    [
      channel('', 'https://a.example'),
      'page.salesChannels[0].label: must be text of 1 to 80 characters, got ""',
    ],
    [
      channel('A', 'http://a.example'),
      'page.salesChannels[0].url: must be an https:// address, got http://a.example',
    ],
    [
      channel('A', 'javascript:alert(1)'),
      'page.salesChannels[0].url: must be an https:// address, got javascript:alert(1)',
    ],
    [{ statusPageUrl: 'status' }, 'page.statusPageUrl: must be an https:// address, got status'],
    [
      { languages: ['en', 'tlh'] },
      'page.languages[1]: the page is not written in this language, got tlh; available: en, fr, pl, ru, zh-Hans, zh-Hant',
    ],
    [{ languages: ['fr', 'pl'] }, "page.languages: must hold the store's own language, got fr, pl; add en"],
    [{ languages: [] }, "page.languages: must hold the store's own language, got none; add en"],
    [{ languages: ['en', 'fr', 'en'] }, 'page.languages: must name each language once, got en twice'],
    [
      { languageCookie: 'shop lang' },
      'page.languageCookie: must be the name of a cookie, got "shop lang"; letters, digits, - and _',
    ],
    [
      contact({ phone: '112', hours: { pl: 'Dni robocze', en: 'Weekdays' } }),
      'page.contact.hours.pl: is not needed, got a text; the page speaks en',
    ],
    [
      { languages: ['en', 'pl'], ...contact({ phone: '112', hours: { en: 'Weekdays' } }) },
      'page.contact.hours.pl: is missing, got none; the page speaks en, pl',
    ],
    [
      { languages: ['en', 'pl'], salesChannels: [{ label: { en: 'Market' }, url: 'https://a.example' }] },
      'page.salesChannels[0].label.pl: is missing, got none; the page speaks en, pl',
    ],
    [
      { links: [{ label: 'x'.repeat(81), url: 'https://a.example' }] },
      `page.links[0].label: must be text of 1 to 80 characters, got "${'x'.repeat(81)}"`,
    ],
    [
      { checkoutPathPatterns: ['/pay', 'checkout'] },
      'page.checkoutPathPatterns[1]: must begin with a slash or an asterisk, got "checkout"; for example /checkout*',
    ],
    [{ shopsUrl: 'http://a.example' }, 'page.shopsUrl: must be an https:// address, got http://a.example'],
    [{ notify: { email: 'news' } }, 'page.notify.email: must be one e-mail address, got news'],
    [{ notify: { url: 'news' } }, 'page.notify.url: must be an https:// address, got news'],
    [
      { links: [{ label: 'A', url: 'ftp://a.example' }] },
      'page.links[0].url: must be an https:// address, got ftp://a.example',
    ],
    [{ feedbackUrl: 'feedback' }, 'page.feedbackUrl: must be an https:// address, got feedback'],
    [
      { offer: { text: 'x'.repeat(201) } },
      `page.offer.text: must be text of 1 to 200 characters, got "${'x'.repeat(201)}"`,
    ],
    [
      { offer: { text: 'Ten off', code: 'x'.repeat(41) } },
      `page.offer.code: must be text of 1 to 40 characters, got "${'x'.repeat(41)}"`,
    ],
    [
      { offer: { text: 'Ten off', validUntil: '2026-12-31' } },
      'page.offer.validUntil: must be a time in ISO 8601 with a zone, got 2026-12-31; for example 2026-12-31T23:59:59Z',
    ],
    [
      { offer: { text: 'Ten off', validUntil: '2026-13-31T00:00Z' } },
      'page.offer.validUntil: must be a time in ISO 8601 with a zone, got 2026-13-31T00:00Z; for example 2026-12-31T23:59:59Z',
    ],
    [
      { offer: { text: 'Ten off', termsUrl: 'terms' } },
      'page.offer.termsUrl: must be an https:// address, got terms',
    ],
  ])('fails when they are %j', (changes, message) => {
    expect(mistakes(changes)).toEqual([message]);
  });

  test('have all their mistakes reported, below the path the user wrote', () => {
    expect(validatePage(pageProps({ storeName: '', language: 'xx' }), { path: 'props.page' })).toEqual([
      expect.stringMatching(/^props\.page\.storeName: /),
      expect.stringMatching(/^props\.page\.language: /),
    ]);
  });

  test.each([
    ['salesChannels[0].url', (url: string) => channel('A', url)],
    ['links[0].url', (url: string) => ({ links: [{ label: 'A', url }] })],
    ['shopsUrl', (url: string) => ({ shopsUrl: url })],
    ['notify.url', (url: string) => ({ notify: { url } })],
    ['offer.termsUrl', (url: string) => ({ offer: { text: 'Ten off', termsUrl: url } })],
    ['feedbackUrl', (url: string) => ({ feedbackUrl: url })],
    ['statusPageUrl', (url: string) => ({ statusPageUrl: url })],
  ])('fail when %s leads to the store itself', (prop, changes) => {
    const storeNames = ['shop.example.com', 'www.shop.example.com'];
    const url = 'https://www.shop.example.com/help';
    expect(validatePage(pageProps(changes(url)), { storeNames })).toEqual([
      `page.${prop}: shows this very page while the store is closed, got ${url}; name a host that does not depend on the store`,
    ]);
    expect(validatePage(pageProps(changes('https://shop.example.net/')), { storeNames })).toEqual([]);
  });

  test.each([
    ['https://SHOP.example.com./help', 'shop.example.com'],
    ['https://shop.example.com/help', 'Shop.Example.com.'],
  ])('fail when %s leads to the store %s', (url, name) => {
    const found = validatePage(pageProps({ shopsUrl: url }), { storeNames: [name] });
    expect(found).toEqual([
      expect.stringContaining(`shows this very page while the store is closed, got ${url}`),
    ]);
  });
});

describe('origins of payment providers', () => {
  test.each([
    'http://pay.provider.example',
    'pay.provider.example',
    'https://pay.provider.example/',
    'https://pay.provider.example/3ds',
    'https://Pay.provider.example',
    'https://pay.provider.example:x',
    'https://user@pay.provider.example',
    'https://a.example; script-src *',
    'https://a.example https://b.example',
    'https://pay.*.example',
    'https://*.com',
    'https://*',
    'https:',
    '*',
    '',
  ])('fail with %j', (origin) => {
    expect(mistakes({ paymentProviderOrigins: ['https://pay.provider.example', origin] })).toEqual([
      `page.paymentProviderOrigins[1]: must be an https:// origin, got "${origin}"; write scheme and host in lower case and nothing after them, such as https://pay.example.com, or https://*.example.com for every name below a provider's own`,
    ]);
  });
});
