/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what must not be run */
import fc from 'fast-check';
import { type Answers, NO_ANSWERS } from '../../../lib/operator/init/answers';
import { withFallbacks } from '../../../lib/operator/init/ask-questions';

/** A shop behind a load balancer, with no answer that could be left out. */
export const ANSWERS: Answers = withFallbacks(
  {
    ...NO_ANSWERS,
    domainName: 'shop.example.com',
    zoneName: 'example.com',
    zoneId: 'Z0123456789EXAMPLE',
    store: ['shop-1234.eu-central-1.elb.amazonaws.com'],
    loadBalancerZoneId: 'Z215JYRZR1TBD5',
    storeName: 'Example Shop',
    emails: ['on-call@example.com'],
    runbookUrl: 'https://wiki.example.com/store-down',
    contactEmail: 'help@example.com',
  },
  { timeZone: 'Europe/Warsaw' },
);

/** The same elsewhere: at addresses, at a name, at a load balancer. */
export const PLACES: Readonly<Record<string, Partial<Answers>>> = {
  addresses: { store: ['8.8.8.8'], loadBalancerZoneId: '' },
  'a host name': { store: ['store.example.net'], probedHost: 'direct.example.net', loadBalancerZoneId: '' },
  'a load balancer': {},
};

/** What people type: words, and what could break out of a literal. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    "'); process.exit(1); ('",
    '`${1}`',
    '\\',
    "\\'",
    '*/',
    '// x',
    '${x}',
    'l\u2029\u202e',
    'Ünï 店',
  ),
);
const name = fc.constantFrom('a', 'b-1', 'www', 'shop');
const email = name.map((one) => `${one}@example.com`);
const list = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 3 });

/** Answers of many shops; not all of them are accepted. */
export const someAnswers: fc.Arbitrary<Answers> = fc
  .record({
    small: fc.boolean(),
    topology: fc.constantFrom('edge' as const, 'dns' as const),
    place: fc.constantFrom(...Object.values(PLACES)),
    storeName: text,
    probedText: text,
    probedPath: fc.constantFrom('/', '/index.php?x=1', "/it's"),
    alternateNames: list(name.map((one) => `${one}.shop.example.com`)),
    emails: fc.uniqueArray(email, { minLength: 1, maxLength: 3 }),
    phoneNumbers: list(fc.constantFrom('+48123456789', '+33123456789')),
    webhooks: list(fc.constantFrom("https://example.com/'", 'https://example.com/?a=${b}')),
    secondEmails: list(name.map((one) => `${one}@example.net`)),
    languages: fc.uniqueArray(fc.constantFrom('en', 'fr', 'pl', 'zh-Hant'), { minLength: 1 }),
    contactPhone: fc.constantFrom('', '+48 123 456 789'),
    timeZone: fc.constantFrom('', 'Europe/Warsaw'),
  })
  .map(({ place, ...answers }) => ({ ...ANSWERS, ...place, ...answers }));
