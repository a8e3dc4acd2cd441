import { Lazy } from 'aws-cdk-lib';
import type { EmergencyPageProps } from '../../../lib/emergency-site/page/emergency-page-props';
import { validatePage } from '../../../lib/emergency-site/page/validate-page';
import { EXTRAS, LOGO_SVG, pageProps } from '../../helpers/page-props';

type Case = readonly [string, Partial<EmergencyPageProps>];

const mistakes = (changes: Partial<EmergencyPageProps>): string[] => validatePage(pageProps(changes));

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
    ['a name of 80 characters', { storeName: 'x'.repeat(80) }],
    ['an e-mail address only', contact({ email: 'a.b+c@d-e.example' })],
    ['a phone number of 3 digits', contact({ phone: '112' })],
    ['a phone number of 15 digits', contact({ phone: '+123456789012345' })],
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
  ])('fails when they are %j', (changes, message) => {
    expect(mistakes(changes)).toEqual([message]);
  });

  test('have all their mistakes reported, below the path the user wrote', () => {
    expect(validatePage(pageProps({ storeName: '', language: 'xx' }), { path: 'props.page' })).toEqual([
      expect.stringMatching(/^props\.page\.storeName: /),
      expect.stringMatching(/^props\.page\.language: /),
    ]);
  });
});
