import { Duration, Lazy } from 'aws-cdk-lib';
import { StoreTarget } from '../../lib/store-target';
import type {
  DnsTopology,
  EdgeTopology,
  HealthChecksProps,
  OnCallProps,
  UnderstudyProps,
  WatchedEndpoint,
} from '../../lib/understudy-props';
import { assertNoMistakes, findMistakes } from '../../lib/validation/validate-props';
import { DNS, dnsProps, edgeProps, LOAD_BALANCER, storeProps } from '../helpers/store-props';

const ENDPOINT: WatchedEndpoint = { name: 'home', path: '/', searchString: 'Shop', critical: true };

const probing = (changes: Partial<WatchedEndpoint>): UnderstudyProps => watching({ ...ENDPOINT, ...changes });
const watching = (...endpoints: WatchedEndpoint[]): UnderstudyProps => checked({ endpoints });
const checked = (changes: Partial<HealthChecksProps>): UnderstudyProps =>
  storeProps({ healthChecks: { endpoints: [ENDPOINT], ...changes } });
const calling = (changes: Partial<OnCallProps>): UnderstudyProps =>
  storeProps({ onCall: { emails: ['a@example.com'], runbookUrl: 'https://wiki.example.com', ...changes } });
const token = (): string => Lazy.string({ produce: () => 'later' });

/** What was wrong, the one mistake expected, word for word. */
type Row = readonly [props: UnderstudyProps, mistake: string];

const NAMES: Row[] = [
  [
    storeProps({ domainName: 'https://shop.example.com' }),
    'domainName: must be a host name, got "https://shop.example.com"; ' +
      'write letters in lower case, without scheme, port, path, wildcard or trailing dot',
  ],
  [
    storeProps({ domainName: 'shop.example.org' }),
    'domainName: must lie in hostedZone.zoneName, got "shop.example.org"; choose a name in example.com or another zone',
  ],
  [
    storeProps({ domainName: 'shop-example.com' }),
    'domainName: must lie in hostedZone.zoneName, got "shop-example.com"; choose a name in example.com or another zone',
  ],
  [
    edgeProps({ alternateDomainNames: ['*.shop.example.com'] }),
    'topology.alternateDomainNames[0]: must be a host name, got "*.shop.example.com"; ' +
      'write letters in lower case, without scheme, port, path, wildcard or trailing dot',
  ],
  [
    edgeProps({ alternateDomainNames: ['www.example.org'] }),
    'topology.alternateDomainNames[0]: must lie in hostedZone.zoneName, got "www.example.org"; ' +
      'choose a name in example.com or another zone',
  ],
  [
    edgeProps({ alternateDomainNames: ['shop.example.com'] }),
    `topology.alternateDomainNames[0]: must be unique, got "shop.example.com"; name each of the shop's names once`,
  ],
  [
    edgeProps({ alternateDomainNames: ['www.example.com', 'www.example.com'] }),
    `topology.alternateDomainNames[1]: must be unique, got "www.example.com"; name each of the shop's names once`,
  ],
  [
    dnsProps({ alternateDomainNames: [{ domainName: 'shop.example.com', primary: LOAD_BALANCER }] }),
    `topology.alternateDomainNames[0].domainName: must be unique, got "shop.example.com"; ` +
      `name each of the shop's names once`,
  ],
  [
    edgeProps({ originDomainName: 'shop.example.com' }),
    `topology.originDomainName: must not be one of the shop's names, got "shop.example.com"; ` +
      'CloudFront would ask itself; leave it out or choose a name of its own',
  ],
  [
    edgeProps({ originDomainName: 'origin.example.org' }),
    'topology.originDomainName: must lie in hostedZone.zoneName, got "origin.example.org"; ' +
      'choose a name in example.com or another zone',
  ],
];

const PRIVATE = 'Route 53 can neither probe nor lead shoppers to a private or reserved address';
const OWN_NAME = 'name the place itself, by a name that always leads there';

const TARGETS: Row[] = [
  [
    edgeProps({ primary: StoreTarget.ipAddresses(['10.0.0.1']) }),
    `topology.primary.ipv4[0]: must be a public IPv4 address, got "10.0.0.1"; ${PRIVATE}`,
  ],
  [
    edgeProps({ primary: StoreTarget.ipAddresses([]) }),
    'topology.primary.ipv4: must have an address, got []; Route 53 probes the first one',
  ],
  [
    dnsProps({ primary: StoreTarget.ipAddresses(['23.227.38.65'], ['fd00::1']) }),
    `topology.primary.ipv6[0]: must be a public IPv6 address, got "fd00::1"; ${PRIVATE}`,
  ],
  [
    edgeProps({ primary: StoreTarget.ipAddresses(['23.227.38.65'], ['2620:127:f00f:5::']) }),
    'topology.primary.ipv6: must be empty, got ["2620:127:f00f:5::"]; ' +
      'leave it out: shoppers with IPv6 reach CloudFront, and CloudFront reaches the origin over IPv4',
  ],
  [
    edgeProps({ primary: StoreTarget.hostName('shop.example.com') }),
    `topology.primary.hostName: must not be a name that fails over, got "shop.example.com"; ${OWN_NAME}`,
  ],
  [
    edgeProps({ primary: StoreTarget.hostName('origin.shop.example.com') }),
    `topology.primary.hostName: must not be a name that fails over, got "origin.shop.example.com"; ${OWN_NAME}`,
  ],
  [
    edgeProps({ primary: StoreTarget.loadBalancer('shop.example.com', 'Z1') }),
    `topology.primary.dnsName: must not be a name that fails over, got "shop.example.com"; ${OWN_NAME}`,
  ],
  [
    dnsProps({
      alternateDomainNames: [
        { domainName: 'www.shop.example.com', primary: StoreTarget.hostName('shop.example.com') },
      ],
    }),
    `topology.alternateDomainNames[0].primary.hostName: must not be a name that fails over, ` +
      `got "shop.example.com"; ${OWN_NAME}`,
  ],
  [
    storeProps({
      domainName: 'example.com',
      topology: { kind: 'dns', primary: StoreTarget.hostName('shops.myshopify.com') },
    }),
    `topology.primary: must not be a host name, because example.com is the apex of the zone and can't be a CNAME, ` +
      'got "shops.myshopify.com"; use StoreTarget.ipAddresses or StoreTarget.loadBalancer',
  ],
  [
    edgeProps({ standby: StoreTarget.hostName('standby.example.net') }),
    'topology.standby: must be the same kind of DNS record as topology.primary, got "host-name"; ' +
      'a host name fails over to a host name; addresses and load balancers to each other',
  ],
  [
    edgeProps({ standby: StoreTarget.ipAddresses(['192.168.1.1']) }),
    `topology.standby.ipv4[0]: must be a public IPv4 address, got "192.168.1.1"; ${PRIVATE}`,
  ],
];

const LINGERS = 'resolvers keep leading shoppers to the dead place for as long';
const ttl = (seconds: string): string =>
  `topology.failoverTtl: must be whole seconds, got ${seconds}; allowed are 1 to 60 seconds: ${LINGERS}`;
const connect = (seconds: string): string =>
  `topology.connectionTimeout: must be whole seconds, got ${seconds}; allowed are 1 to 10 seconds`;
const read = (seconds: string): string =>
  `topology.readTimeout: must be whole seconds, got ${seconds}; ` +
  'allowed are 1 to 60 seconds: shoppers do not wait longer';

const TIMES: Row[] = [
  [edgeProps({ failoverTtl: Duration.seconds(0) }), ttl('0')],
  [edgeProps({ failoverTtl: Duration.seconds(61) }), ttl('61')],
  [dnsProps({ failoverTtl: Duration.seconds(61) }), ttl('61')],
  [edgeProps({ connectionTimeout: Duration.seconds(0) }), connect('0')],
  [edgeProps({ connectionTimeout: Duration.millis(1500) }), connect('1.5')],
  [edgeProps({ connectionTimeout: Duration.seconds(11) }), connect('11')],
  [edgeProps({ readTimeout: Duration.seconds(0) }), read('0')],
  [edgeProps({ readTimeout: Duration.seconds(61) }), read('61')],
  [
    edgeProps({ errorCachingTtl: Duration.seconds(6) }),
    'topology.errorCachingTtl: must be whole seconds, got 6; ' +
      'allowed are 0 to 5 seconds: it outlasts the repair by as much',
  ],
  [
    storeProps({ latencyAlarm: { threshold: Duration.seconds(0) } }),
    'latencyAlarm.threshold: must be above 0 ms, got 0; set what shoppers still accept',
  ],
];

const PATTERN = 'topology.mirroredPathPatterns[0]:';
const STATIC_ONLY = 'mirrored paths take no POST and may be stale, so name static files only';
const mirroring = (...mirroredPathPatterns: string[]): UnderstudyProps => edgeProps({ mirroredPathPatterns });

const PATTERNS: Row[] = [
  [mirroring('static/*'), `${PATTERN} must start with a slash, got "static/*"; write it as /static/*`],
  [
    mirroring('/check*'),
    `${PATTERN} must not match the watched path /checkout, got "/check*"; ${STATIC_ONLY}`,
  ],
  [
    mirroring('/checkou?'),
    `${PATTERN} must not match the watched path /checkout, got "/checkou?"; ${STATIC_ONLY}`,
  ],
  [
    mirroring('/understudy/logo.svg'),
    `${PATTERN} must not overlap /understudy/*, got "/understudy/logo.svg"; that is where the emergency site lives`,
  ],
  [
    mirroring('/static/*', '/static/*'),
    'topology.mirroredPathPatterns[1]: must be unique, got "/static/*"; name each pattern once',
  ],
];

const NAME_FORM = 'up to 32 lower-case letters, digits and dashes, a letter first';
const THRESHOLD = 'healthChecks.failureThreshold: must be a whole number,';
const PROBED = 'leave it out with IP targets, or give the store a second name that never fails over';

const PROBES: Row[] = [
  [watching(), 'healthChecks.endpoints: must have an endpoint, got []; watch the home page at least'],
  [
    probing({ critical: false }),
    'healthChecks.endpoints: must have a critical endpoint, got ["home"]; ' +
      'set critical: true where the store counts as down when that endpoint is',
  ],
  [
    checked({ interval: Duration.seconds(20) }),
    'healthChecks.interval: must be 10 or 30 seconds, got 20; Route 53 probes every 10 or every 30 seconds',
  ],
  [checked({ failureThreshold: 0 }), `${THRESHOLD} got 0; allowed are 1 to 10`],
  [checked({ failureThreshold: 11 }), `${THRESHOLD} got 11; allowed are 1 to 10`],
  [checked({ failureThreshold: 1.5 }), `${THRESHOLD} got 1.5; allowed are 1 to 10`],
  [
    probing({ name: 'Home Page' }),
    `healthChecks.endpoints[0].name: must be a short word, got "Home Page"; ${NAME_FORM}`,
  ],
  [
    probing({ name: 'a'.repeat(33) }),
    `healthChecks.endpoints[0].name: must be a short word, got "${'a'.repeat(33)}"; ${NAME_FORM}`,
  ],
  [
    probing({ name: 'store' }),
    'healthChecks.endpoints[0].name: is taken by the alarm on the whole store, got "store"; choose another word',
  ],
  [
    watching(ENDPOINT, ENDPOINT),
    'healthChecks.endpoints[1].name: must be unique, got "home"; alarms and messages tell endpoints apart by it',
  ],
  [
    probing({ path: 'checkout' }),
    'healthChecks.endpoints[0].path: must start with a slash, got "checkout"; ' +
      'write path and query only, such as /checkout?probe=1',
  ],
  [
    probing({ path: `/${'a'.repeat(255)}` }),
    `healthChecks.endpoints[0].path: has the wrong length, got "/${'a'.repeat(255)}"; ` +
      'allowed are 1 to 255 characters',
  ],
  [
    probing({ searchString: '' }),
    'healthChecks.endpoints[0].searchString: has the wrong length, got ""; allowed are 1 to 255 characters',
  ],
  [
    probing({ searchString: 'a'.repeat(256) }),
    `healthChecks.endpoints[0].searchString: has the wrong length, got "${'a'.repeat(256)}"; ` +
      'allowed are 1 to 255 characters',
  ],
  [
    probing({ hostName: 'shop.example.com' }),
    `healthChecks.endpoints[0].hostName: must not be a name that fails over, got "shop.example.com"; ${PROBED}`,
  ],
  [
    probing({ hostName: 'origin.shop.example.com' }),
    `healthChecks.endpoints[0].hostName: must not be a name that fails over, ` +
      `got "origin.shop.example.com"; ${PROBED}`,
  ],
  [
    probing({ hostName: 'shop.example.com:443' }),
    'healthChecks.endpoints[0].hostName: must be a host name, got "shop.example.com:443"; ' +
      'write letters in lower case, without scheme, port, path, wildcard or trailing dot',
  ],
];

const E164 = 'write a plus, the country code and digits only, such as +48123456789';

const CONTACTS: Row[] = [
  [
    calling({ emails: [] }),
    'onCall: must have a contact, got []; set emails, phoneNumbers or webhooks, or nobody hears of an outage',
  ],
  [
    calling({ emails: ['on-call'] }),
    'onCall.emails[0]: must be an e-mail address, got "on-call"; write it as name@example.com',
  ],
  [
    calling({ phoneNumbers: ['0048 123'] }),
    `onCall.phoneNumbers[0]: must be a phone number in E.164 form, got "0048 123"; ${E164}`,
  ],
  [
    calling({ phoneNumbers: ['+4812345678901234'] }),
    `onCall.phoneNumbers[0]: must be a phone number in E.164 form, got "+4812345678901234"; ${E164}`,
  ],
  [
    calling({ webhooks: ['http://hooks.example.com'] }),
    'onCall.webhooks[0]: must be an https URL, got "http://hooks.example.com"; ' +
      'SNS sends messages about the store to it, so they must not be readable on the way',
  ],
  [
    calling({ runbookUrl: 'wiki/store-down' }),
    'onCall.runbookUrl: must be an http or https URL, got "wiki/store-down"; every message links it',
  ],
  [
    calling({ contacts: [{ role: '', reach: '+48 1' }] }),
    'onCall.contacts[0].role: has the wrong length, got ""; allowed are 1 to 40 characters',
  ],
  [
    calling({ contacts: [{ role: 'hosting', reach: 'x'.repeat(61) }] }),
    `onCall.contacts[0].reach: has the wrong length, got "${'x'.repeat(61)}"; allowed are 1 to 60 characters`,
  ],
  [
    calling({ contacts: Array.from({ length: 6 }, () => ({ role: 'hosting', reach: '+48 1' })) }),
    'onCall.contacts: has too many, got 6; name at most 5, or nobody reads them at night',
  ],
  [
    calling({ monitoringHold: Duration.seconds(0) }),
    'onCall.monitoringHold: must be whole minutes, got 0; allowed are 1 to 60 minutes',
  ],
  [
    calling({ monitoringHold: Duration.minutes(61) }),
    'onCall.monitoringHold: must be whole minutes, got 61; allowed are 1 to 60 minutes',
  ],
  [
    calling({ monitoringHold: Duration.seconds(90) }),
    'onCall.monitoringHold: must be whole minutes, got 1.5; allowed are 1 to 60 minutes',
  ],
  [
    calling({ longOutage: Duration.minutes(30) }),
    'onCall.longOutage: must be whole hours, got 0.5; allowed are 1 to 168 hours',
  ],
  [
    calling({ longOutage: Duration.hours(169) }),
    'onCall.longOutage: must be whole hours, got 169; allowed are 1 to 168 hours',
  ],
  [
    calling({ timeZone: 'Warsaw' }),
    'onCall.timeZone: must be a time zone, got "Warsaw"; write an IANA name, such as Europe/Warsaw',
  ],
];

describe('props of Understudy', () => {
  test.each([...NAMES, ...TARGETS, ...TIMES, ...PATTERNS, ...PROBES, ...CONTACTS])(
    'fails when one is wrong and says which and why (%#)',
    (props, mistake) => {
      expect(findMistakes(props)).toEqual([mistake]);
    },
  );

  test.each(['*', '/*'])('fails when %s would mirror the whole store', (pattern) => {
    expect(findMistakes(mirroring(pattern)).join('\n')).toContain(
      `${PATTERN} must not match the watched path /checkout, got "${pattern}"`,
    );
  });

  test('fails when the page has a mistake', () => {
    const page = { storeName: '', contact: { email: 'help@example.com' } };
    expect(findMistakes(storeProps({ page })).join('\n')).toContain('page.storeName: ');
  });

  test('fails once with all mistakes, one on each line', () => {
    const props = { ...calling({ emails: ['x'], timeZone: 'Mars' }) };
    expect(() => assertNoMistakes(props)).toThrow(
      new Error(
        'Understudy: 2 mistakes in the props\n' +
          '  onCall.emails[0]: must be an e-mail address, got "x"; write it as name@example.com\n' +
          '  onCall.timeZone: must be a time zone, got "Mars"; write an IANA name, such as Europe/Warsaw',
      ),
    );
  });

  test.each<[string, Partial<EdgeTopology>]>([
    ['a zone with a trailing dot', {}],
    ['shortest times', { failoverTtl: Duration.seconds(1), errorCachingTtl: Duration.seconds(0) }],
    ['longest times', { failoverTtl: Duration.minutes(1), errorCachingTtl: Duration.seconds(5) }],
    ['shortest timeouts', { connectionTimeout: Duration.seconds(1), readTimeout: Duration.seconds(1) }],
    ['longest timeouts', { connectionTimeout: Duration.seconds(10), readTimeout: Duration.seconds(60) }],
    ['a standby of another kind but the same record type', { standby: StoreTarget.ipAddresses(['8.8.8.8']) }],
    ['static files that are mirrored', { mirroredPathPatterns: ['/static/*'] }],
  ])('are accepted with %s', (_what, topology) => {
    const hostedZone = { hostedZoneId: 'Z1', zoneName: 'example.com.' };
    expect(findMistakes({ ...edgeProps(topology), hostedZone })).toEqual([]);
  });

  test.each<[string, UnderstudyProps]>([
    ['the longest path', probing({ path: `/${'a'.repeat(254)}` })],
    ['the longest search string', probing({ searchString: 'a'.repeat(255) })],
    [
      'the slow interval and the highest threshold',
      checked({ interval: Duration.seconds(30), failureThreshold: 10 }),
    ],
    ['the lowest threshold', checked({ failureThreshold: 1 })],
    ['a name of the store that never fails over', probing({ hostName: 'direct.shop.example.com' })],
    ['a phone as the only contact', calling({ emails: [], phoneNumbers: ['+48123456789'] })],
    [
      'the shortest hold and long outage',
      calling({ monitoringHold: Duration.minutes(1), longOutage: Duration.hours(1) }),
    ],
    [
      'the longest hold and long outage',
      calling({ monitoringHold: Duration.hours(1), longOutage: Duration.days(7) }),
    ],
    [
      'the longest contacts',
      calling({
        contacts: Array.from({ length: 5 }, () => ({ role: 'r'.repeat(40), reach: 'x'.repeat(60) })),
      }),
    ],
    ['a webhook as the only contact', calling({ emails: [], webhooks: ['https://hooks.example.com/a'] })],
    ['the dns topology', storeProps({ topology: DNS as DnsTopology })],
    [
      'an apex with addresses',
      storeProps({
        domainName: 'example.com',
        topology: { kind: 'dns', primary: StoreTarget.ipAddresses(['8.8.8.8']) },
      }),
    ],
  ])('are accepted with %s', (_what, props) => {
    expect(findMistakes(props)).toEqual([]);
  });

  test('are not judged where they are tokens', () => {
    const props = edgeProps({
      primary: StoreTarget.loadBalancer(token(), token()),
      failoverTtl: Duration.seconds(Lazy.number({ produce: () => 900 })),
      alternateDomainNames: [token()],
      mirroredPathPatterns: [token()],
    });
    const endpoint = { ...ENDPOINT, path: token(), searchString: token(), hostName: token() };
    const onCall = { emails: [token()], phoneNumbers: [token()], webhooks: [token()], runbookUrl: token() };
    const healthChecks = { endpoints: [endpoint], failureThreshold: Lazy.number({ produce: () => 99 }) };
    expect(findMistakes({ ...props, domainName: token(), healthChecks, onCall })).toEqual([]);
  });
});
