import { Duration, Fn, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { DNS, EDGE, storeProps } from '../../helpers/store-props';

/** What somebody writes at a path below the props, such as `topology.primary.ipv4`, and what they are told. */
type PlausibleMistake = readonly [path: string, value: unknown, ...told: string[]];

/** What people write who have no type-check, or who silence it. */
export const PLAUSIBLE_MISTAKES: readonly PlausibleMistake[] = [
  // A slip of the pen, or of the memory.
  ['cutover', false, 'cutover: is not a prop; did you mean cutOver?'],
  ['cut_over', false, 'cut_over: is not a prop; did you mean cutOver?'],
  ['domain', 'shop.example.com', 'domain: is not a prop; did you mean domainName?'],
  ['hostedzone', {}, 'hostedzone: is not a prop; did you mean hostedZone?'],
  ['healthcheck', {}, 'healthcheck: is not a prop; did you mean healthChecks?'],
  ['oncall', {}, 'oncall: is not a prop; did you mean onCall?'],
  ['document', {}, 'document: is not a prop; did you mean documents?'],
  ['retrunSpread', Duration.seconds(30), 'retrunSpread: is not a prop; did you mean returnSpread?'],
  ['revenue', 90, 'revenue: is not a prop; did you mean revenuePerMinute?'],
  ['stackName', 'Shop', 'stackName: is not a prop; allowed here: domainName, hostedZone, topology, ...'],
  ['topology.primry', {}, 'topology.primry: is not a prop; did you mean primary?'],
  ['topology.stanby', {}, 'topology.stanby: is not a prop; did you mean standby?'],
  [
    'topology.readTimeOut',
    Duration.seconds(9),
    'topology.readTimeOut: is not a prop; did you mean readTimeout?',
  ],
  [
    'topology.failoverTTL',
    Duration.seconds(30),
    'topology.failoverTTL: is not a prop; did you mean failoverTtl?',
  ],
  [
    'topology.aliases',
    ['www.shop.example.com'],
    'topology.aliases: is not a prop; allowed here: kind, primary, standby, ...',
  ],
  [
    'topology.primary.dnsname',
    'a.example.net',
    'topology.primary.dnsname: is not a prop; did you mean dnsName?',
  ],
  ['healthChecks.endpoint', [], 'healthChecks.endpoint: is not a prop; did you mean endpoints?'],
  ['healthChecks.threshold', 3, 'healthChecks.threshold: is not a prop; did you mean failureThreshold?'],
  [
    'healthChecks.endpoints[0].searchtext',
    'Shop',
    'healthChecks.endpoints[0].searchtext: is not a prop; allowed here: name, path, searchString, ...',
  ],
  [
    'healthChecks.endpoints[0].isCritical',
    true,
    'healthChecks.endpoints[0].isCritical: is not a prop; did you mean critical?',
  ],
  ['onCall.email', 'a@example.com', 'onCall.email: is not a prop; did you mean emails?'],
  [
    'onCall.phones',
    ['+48123456789'],
    'onCall.phones: is not a prop; allowed here: emails, phoneNumbers, webhooks, ...',
  ],
  ['onCall.timezone', 'Europe/Warsaw', 'onCall.timezone: is not a prop; did you mean timeZone?'],
  ['page.name', 'Shop', 'page.name: is not a prop; did you mean storeName?'],
  ['page.logo', '<svg/>', 'page.logo: is not a prop; did you mean logoSvg?'],
  [
    'page.colors',
    { primary: '#0b7a5b' },
    'page.colors.accent: is missing; write a colour such as #0b7a5b',
    'page.colors.primary: is not a prop here, but topology.primary is; allowed here: accent, background, text, ...',
  ],
  ['page.contact.mail', 'help@example.com', 'page.contact.mail: is not a prop; did you mean email?'],
  [
    'page.links',
    [{ text: 'Help', url: 'https://help.example.net' }],
    'page.links[0].label: is missing; write what the link says',
    'page.links[0].text: is not a prop; allowed here: label, url',
  ],
  [
    'latencyAlarm',
    { treshold: Duration.millis(1_500) },
    'latencyAlarm.threshold: is missing; write Duration.millis(...)',
    'latencyAlarm.treshold: is not a prop; did you mean threshold?',
  ],
  [
    'journey',
    { basket: '/panier' },
    'journey.basket: is not a prop here, but page.basket is; allowed here: home, product, cart, ...',
  ],
  ['budgets', { alertseconds: 120 }, 'budgets.alertseconds: is not a prop; did you mean alertSeconds?'],
  // Something in a place of another.
  [
    'emails',
    ['a@example.com'],
    'emails: is not a prop here, but onCall.emails is; allowed here: domainName, hostedZone, topology, ...',
  ],
  [
    'runbookUrl',
    'https://wiki.example.com',
    'runbookUrl: is not a prop here, but onCall.runbookUrl is; allowed here: domainName, hostedZone, topology, ...',
  ],
  [
    'failoverTtl',
    Duration.seconds(30),
    'failoverTtl: is not a prop here, but topology.failoverTtl is; allowed here: domainName, hostedZone, topology, ...',
  ],
  [
    'topology.cutOver',
    false,
    'topology.cutOver: is not a prop here, but cutOver is; allowed here: kind, primary, standby, ...',
  ],
  [
    'page.searchString',
    'Shop',
    'page.searchString: is not a prop here, but healthChecks.endpoints[].searchString is; allowed here: storeName, language, languages, ...',
  ],
  // Something that is missing.
  [
    '',
    undefined,
    'props: is missing; describe the store: { domainName, hostedZone, topology, healthChecks, onCall, page }',
  ],
  [
    '',
    null,
    'props: must be an object, got null; leave it out if it is optional, or describe the store: { domainName, hostedZone, topology, healthChecks, onCall, page }',
  ],
  ['domainName', undefined, 'domainName: is missing; write the name shoppers type, such as shop.example.com'],
  ['hostedZone', undefined, 'hostedZone: is missing; write { hostedZoneId, zoneName } of the public zone'],
  [
    'hostedZone',
    { zoneName: 'example.com' },
    "hostedZone.hostedZoneId: is missing; write the zone's id, such as Z0123456789EXAMPLE",
  ],
  [
    'topology',
    undefined,
    'topology: is missing; write { kind: "edge", primary } when CloudFront is to be the front door, { kind: "dns", primary } when not',
  ],
  ['topology', {}, 'topology.kind: is missing; write one of "edge", "dns"'],
  [
    'topology',
    { kind: 'edge' },
    'topology.primary: is missing; say where the store runs: StoreTarget.ipAddresses, StoreTarget.hostName or StoreTarget.loadBalancer',
  ],
  [
    'topology',
    { ...DNS, alternateDomainNames: ['www.shop.example.com'] },
    'topology.alternateDomainNames[0]: must be an object, got "www.shop.example.com"; write each as { domainName, primary }',
  ],
  [
    'topology',
    { ...DNS, alternateDomainNames: [{ domainName: 'www.shop.example.com' }] },
    'topology.alternateDomainNames[0].primary: is missing; say where the store runs: StoreTarget.ipAddresses, StoreTarget.hostName or StoreTarget.loadBalancer',
  ],
  [
    'topology.primary',
    null,
    'topology.primary: must be an object, got null; leave it out if it is optional, or say where the store runs: StoreTarget.ipAddresses, StoreTarget.hostName or StoreTarget.loadBalancer',
  ],
  ['topology.primary', { kind: 'ip' }, 'topology.primary.ipv4: is missing; write a list in brackets'],
  [
    'topology.primary',
    { kind: 'host-name' },
    'topology.primary.hostName: is missing; write a host name such as shop.example.net',
  ],
  [
    'topology.primary.canonicalHostedZoneId',
    undefined,
    "topology.primary.canonicalHostedZoneId: is missing; write the load balancer's loadBalancerCanonicalHostedZoneId",
  ],
  ['healthChecks', undefined, 'healthChecks: is missing; say what is probed: { endpoints }'],
  [
    'healthChecks',
    {},
    'healthChecks.endpoints: is missing; write what is probed: [{ name, path, searchString, critical: true }]',
  ],
  [
    'healthChecks.endpoints',
    [null],
    'healthChecks.endpoints[0]: must be an object, got null; leave it out if it is optional, or write { name, path, searchString }',
  ],
  [
    'healthChecks.endpoints[0].name',
    undefined,
    'healthChecks.endpoints[0].name: is missing; write a short word such as home',
  ],
  [
    'healthChecks.endpoints[0].searchString',
    undefined,
    'healthChecks.endpoints[0].searchString: is missing; write text that proves it is the real page',
  ],
  ['onCall', undefined, 'onCall: is missing; say who is told: { emails, runbookUrl }'],
  [
    'onCall',
    null,
    'onCall: must be an object, got null; leave it out if it is optional, or say who is told: { emails, runbookUrl }',
  ],
  ['onCall', {}, 'onCall.runbookUrl: is missing; write the address where the steps are written down'],
  [
    'onCall.runbookUrl',
    undefined,
    'onCall.runbookUrl: is missing; write the address where the steps are written down',
  ],
  [
    'onCall.channels',
    [{ name: 'matrix' }],
    'onCall.channels[0].sources: is missing; write { entry }: the file that exports handler',
  ],
  [
    'onCall.channels',
    [{ name: 'matrix', sources: {} }],
    'onCall.channels[0].sources: must have an entry, and no builtIn beside it; write { entry }: the file that exports handler',
  ],
  [
    'onCall.channels',
    [{ name: 'matrix', sources: { entry: 'matrix.ts', builtIn: 'slack' } }],
    'onCall.channels[0].sources: must have an entry, and no builtIn beside it; write { entry }: the file that exports handler',
  ],
  [
    'onCall.channels',
    [{ name: 'matrix', sources: { entry: 'channels/matrix.ts', directory: 'channels' } }],
    'onCall.channels[0].sources.directory: is not a prop; allowed here: entry, builtIn',
  ],
  ['onCall.contacts', [{ role: 'hosting' }], 'onCall.contacts[0].reach: is missing; write text in quotes'],
  ['page', undefined, 'page: is missing; say what shoppers read: { storeName, contact }'],
  [
    'page.contact',
    undefined,
    'page.contact: is missing; say how shoppers reach a person: { email }, { phone } or both',
  ],
  [
    'page.offer',
    null,
    'page.offer: must be an object, got null; leave it out if it is optional, or write { text, code, validUntil }',
  ],
  ['page.offer', {}, 'page.offer.text: is missing; say what it is and how to redeem it'],
  [
    'page.salesChannels',
    [{ label: 'Market' }],
    'page.salesChannels[0].url: is missing; write an https:// address',
  ],
  ['latencyAlarm', {}, 'latencyAlarm.threshold: is missing; write Duration.millis(...)'],
  [
    'revenuePerMinute',
    { amount: 90 },
    'revenuePerMinute.currency: is missing; write three capital letters, such as EUR',
  ],
  // Something of another type.
  ['domainName', 5, 'domainName: must be text, got 5; put it in quotes: "5"'],
  [
    'domainName',
    ['shop.example.com'],
    'domainName: must be text, got ["shop.example.com"]; write one text, without brackets',
  ],
  [
    'domainName',
    { Ref: 'Name' },
    'domainName: must be text, got {"Ref":"Name"}; write the name shoppers type, such as shop.example.com',
  ],
  [
    'hostedZone',
    'example.com',
    'hostedZone: must be an object, got "example.com"; write { hostedZoneId, zoneName } of the public zone',
  ],
  [
    'topology',
    'edge',
    'topology: must be an object, got "edge"; write { kind: "edge", primary } when CloudFront is to be the front door, { kind: "dns", primary } when not',
  ],
  ['topology.kind', 'Edge', 'topology.kind: must be one of "edge", "dns", got "Edge"; did you mean "edge"?'],
  ['topology.kind', 'cdn', 'topology.kind: must be one of "edge", "dns", got "cdn"; write one of them'],
  [
    'topology.primary',
    'shop.example.net',
    'topology.primary: must be an object, got "shop.example.net"; say where the store runs: StoreTarget.ipAddresses, StoreTarget.hostName or StoreTarget.loadBalancer',
  ],
  [
    'topology.primary',
    { kind: 'ip', ipv4: '8.8.8.8' },
    'topology.primary.ipv4: must be a list, got "8.8.8.8"; put it in brackets: ["8.8.8.8"]',
  ],
  [
    'topology.primary',
    { kind: 'loadBalancer', dnsName: 'a.example.net' },
    'topology.primary.kind: must be one of "ip", "host-name", "load-balancer", got "loadBalancer"; did you mean "load-balancer"?',
  ],
  [
    'topology.primary.dnsName',
    Fn.getAtt('LoadBalancer', 'DNSName'),
    'topology.primary.dnsName: must be text, got a value that only a deployment knows; write Token.asString(...) around it',
  ],
  [
    'topology.alternateDomainNames',
    'www.shop.example.com',
    'topology.alternateDomainNames: must be a list, got "www.shop.example.com"; put it in brackets: ["www.shop.example.com"]',
  ],
  [
    'topology.alternateDomainNames',
    [{ domainName: 'www.shop.example.com', primary: EDGE.primary }],
    'topology.alternateDomainNames[0]: must be text, got {"domainName":"www.shop.example.com","primary":{"kind":"load-balancer","dnsName":"shop.eu-central-1.elb.amazonaws.com","canonicalHostedZoneId":"Z215JYRZR1TBD5"}}; write a host name such as shop.example.net',
  ],
  [
    'topology.connectionTimeout',
    2,
    'topology.connectionTimeout: must be a Duration of aws-cdk-lib, got 2; write Duration.seconds(2)',
  ],
  [
    'topology.failoverTtl',
    '30',
    'topology.failoverTtl: must be a Duration of aws-cdk-lib, got "30"; write Duration.seconds(30)',
  ],
  [
    'topology.mirroredPathPatterns',
    '/static/*',
    'topology.mirroredPathPatterns: must be a list, got "/static/*"; put it in brackets: ["/static/*"]',
  ],
  [
    'healthChecks.interval',
    10,
    'healthChecks.interval: must be a Duration of aws-cdk-lib, got 10; write Duration.seconds(10)',
  ],
  [
    'healthChecks.failureThreshold',
    '3',
    'healthChecks.failureThreshold: must be a number, got "3"; write a number without quotes',
  ],
  [
    'healthChecks.emergencyPageCheck',
    'no',
    'healthChecks.emergencyPageCheck: must be true or false, got "no"; write true or false',
  ],
  [
    'healthChecks.endpoints[0].searchString',
    true,
    'healthChecks.endpoints[0].searchString: must be text, got true; put it in quotes: "true"',
  ],
  [
    'healthChecks.slowCloses',
    'no',
    'healthChecks.slowCloses: must be true or false, got "no"; write true or false',
  ],
  [
    'healthChecks.endpoints',
    'https://shop.example.com/',
    'healthChecks.endpoints: must be a list, got "https://shop.example.com/"; write what is probed: [{ name, path, searchString, critical: true }]',
  ],
  [
    'healthChecks.endpoints',
    { name: 'home', path: '/' },
    'healthChecks.endpoints: must be a list, got {"name":"home","path":"/"}; write what is probed: [{ name, path, searchString, critical: true }]',
  ],
  [
    'healthChecks.endpoints[0].path',
    /checkout/,
    'healthChecks.endpoints[0].path: must be text, got a RegExp; write a path such as /checkout',
  ],
  [
    'healthChecks.endpoints[0].critical',
    'true',
    'healthChecks.endpoints[0].critical: must be true or false, got "true"; leave out the quotes',
  ],
  [
    'onCall.emails',
    'on-call@example.com',
    'onCall.emails: must be a list, got "on-call@example.com"; put it in brackets: ["on-call@example.com"]',
  ],
  [
    'onCall.emails',
    [{ address: 'a@example.com' }],
    'onCall.emails[0]: must be text, got {"address":"a@example.com"}; write text in quotes',
  ],
  [
    'onCall.phoneNumbers',
    [48123456789],
    'onCall.phoneNumbers[0]: must be text, got 48123456789; put it in quotes: "48123456789"',
  ],
  [
    'onCall.channels',
    ['slack'],
    'onCall.channels[0]: must be an object, got "slack"; make it with Channel.pagerDuty, Channel.slack, Channel.teams or Channel.amazonQ',
  ],
  [
    'onCall.channels',
    [{ name: 'slack', sources: { entry: 'a' }, secret: 'xoxb-1' }],
    'onCall.channels[0].secret: must be an ISecret of aws-cdk-lib/aws-secretsmanager, got (hidden); write Secret.fromSecretNameV2(stack, "OnCallSecret", "name-of-the-secret")',
  ],
  [
    'onCall.monitoringHold',
    5,
    'onCall.monitoringHold: must be a Duration of aws-cdk-lib, got 5; write Duration.minutes(5)',
  ],
  [
    'onCall.longOutage',
    24,
    'onCall.longOutage: must be a Duration of aws-cdk-lib, got 24; write Duration.hours(24)',
  ],
  ['page.languages', 'en', 'page.languages: must be a list, got "en"; put it in brackets: ["en"]'],
  [
    'page.contact',
    'help@example.com',
    'page.contact: must be an object, got "help@example.com"; say how shoppers reach a person: { email }, { phone } or both',
  ],
  [
    'page.contact.hours',
    9,
    'page.contact.hours: must be text, or a text for each language, got 9; put it in quotes: "9"',
  ],
  [
    'page.contact.hours',
    { en: 9 },
    'page.contact.hours: must be text, or a text for each language, got {"en":9}; write text in quotes',
  ],
  [
    'page.basket',
    'Device',
    'page.basket: must be one of "device", "account", "not-saved", got "Device"; did you mean "device"?',
  ],
  ['page.confirmedOrders', true, 'page.confirmedOrders: must be "unaffected", got true; write "unaffected"'],
  [
    'page.notify',
    'news@example.com',
    'page.notify: must be an object with email or url, got "news@example.com"; write { email: "news@example.com" } or { url: "https://..." }',
  ],
  [
    'page.notify',
    { email: 'news@example.com', url: 'https://news.example.net' },
    'page.notify: must be an object with email or url, got {"email":"news@example.com","url":"https://news.example.net"}; write { email: "news@example.com" } or { url: "https://..." }',
  ],
  ['page.offer', 'Ten off', 'page.offer: must be an object, got "Ten off"; write { text, code, validUntil }'],
  ['returnSpread', 30, 'returnSpread: must be a Duration of aws-cdk-lib, got 30; write Duration.seconds(30)'],
  [
    'documents',
    ['/robots.txt'],
    'documents: must be an object, got ["/robots.txt"]; write { "/robots.txt": "User-agent: ..." }',
  ],
  [
    'documents',
    { '/robots.txt': { file: 'robots.txt' } },
    'documents["/robots.txt"]: must be text, or bytes as readFileSync gives them, got {"file":"robots.txt"}; write what is in the file',
  ],
  ['cutOver', 'false', 'cutOver: must be true or false, got "false"; leave out the quotes'],
  ['cutOver', 0, 'cutOver: must be true or false, got 0; write true or false'],
  [
    'certificate',
    'arn:aws:acm:us-east-1:111122223333:certificate/c',
    'certificate: must be an ICertificate, got "arn:aws:acm:us-east-1:111122223333:certificate/c"; write Certificate.fromCertificateArn(stack, "Certificate", "arn:aws:acm:us-east-1:...")',
  ],
  [
    'latencyAlarm',
    { threshold: 1_500 },
    'latencyAlarm.threshold: must be a Duration of aws-cdk-lib, got 1500; write Duration.millis(1500)',
  ],
  ['journey', '/checkout', 'journey: must be an object, got "/checkout"; write { home, product, cart }'],
  ['journey', { cart: 1 }, 'journey.cart: must be text, got 1; put it in quotes: "1"'],
  [
    'budgets',
    { alertSeconds: '120' },
    'budgets.alertSeconds: must be a number, got "120"; write seconds without quotes',
  ],
  [
    'revenuePerMinute',
    '90 EUR',
    'revenuePerMinute: must be an object, got "90 EUR"; write { amount, currency }',
  ],
  [
    'revenuePerMinute',
    { amount: '90', currency: 'EUR' },
    'revenuePerMinute.amount: must be a number, got "90"; write a number without quotes',
  ],
  [
    'hostedZone',
    new Bucket(new Stack(), 'Bucket'),
    "hostedZone.hostedZoneId: is missing; write the zone's id, such as Z0123456789EXAMPLE",
    "hostedZone.zoneName: is missing; write the zone's name, such as example.com",
  ],
];

/** Good props but for a value at a path. A JavaScript file may bring anything, so the type knows nothing of it. */
export function propsWith([path, value]: PlausibleMistake): unknown {
  if (path === '') {
    return value;
  }
  return setAt(storeProps(), path.split(/\.|(?=\[)/), value);
}

function setAt(at: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const index = /^\[(\d+)\]$/.exec(key)?.[1];
  if (index !== undefined && Array.isArray(at)) {
    return at.with(Number(index), rest.length === 0 ? value : setAt(at[Number(index)], rest, value));
  }
  const object = at as Readonly<Record<string, unknown>>;
  return { ...object, [key]: rest.length === 0 ? value : setAt(object[key], rest, value) };
}
