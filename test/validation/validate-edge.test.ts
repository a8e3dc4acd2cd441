import { Duration } from 'aws-cdk-lib';
import { StoreTarget } from '../../lib/store-target';
import type { EdgeTopology, UnderstudyProps } from '../../lib/understudy-props';
import { findMistakes } from '../../lib/validation/validate-props';
import { type Mistaken, testMistakes } from '../helpers/mistaken-props';
import { dnsProps, edgeProps, LOAD_BALANCER, storeProps } from '../helpers/store-props';

const LINGERS = 'resolvers keep leading shoppers to the dead place for as long';
const ttl = (seconds: string): string =>
  `topology.failoverTtl: must be a whole number of seconds, got ${seconds}; allowed are 1 to 60 seconds: ${LINGERS}`;
const connect = (seconds: string): string =>
  `topology.connectionTimeout: must be a whole number of seconds, got ${seconds}; allowed are 1 to 10 seconds`;
const read = (seconds: string): string =>
  `topology.readTimeout: must be a whole number of seconds, got ${seconds}; ` +
  'allowed are 1 to 60 seconds: shoppers do not wait longer';

const write = (seconds: string): string =>
  `topology.writeTimeout: must be a whole number of seconds, got ${seconds}; allowed are 1 to 120 seconds`;

const TIMES: Mistaken[] = [
  [edgeProps({ failoverTtl: Duration.seconds(0) }), ttl('0')],
  [edgeProps({ failoverTtl: Duration.seconds(61) }), ttl('61')],
  [dnsProps({ failoverTtl: Duration.seconds(61) }), ttl('61')],
  [edgeProps({ connectionTimeout: Duration.seconds(0) }), connect('0')],
  [edgeProps({ connectionTimeout: Duration.millis(1500) }), connect('1.5')],
  [edgeProps({ connectionTimeout: Duration.seconds(11) }), connect('11')],
  [edgeProps({ readTimeout: Duration.seconds(0) }), read('0')],
  [edgeProps({ readTimeout: Duration.seconds(61) }), read('61')],
  [edgeProps({ writeTimeout: Duration.seconds(0) }), write('0')],
  [edgeProps({ writeTimeout: Duration.seconds(121) }), write('121')],
  [
    edgeProps({ writeTimeout: Duration.seconds(8) }),
    'topology.writeTimeout: must not be shorter than topology.readTimeout, which is 9 s, got 8; raise it, or lower the other',
  ],
  [
    edgeProps({ readTimeout: Duration.seconds(20), writeTimeout: Duration.seconds(19) }),
    'topology.writeTimeout: must not be shorter than topology.readTimeout, which is 20 s, got 19; raise it, or lower the other',
  ],
  [
    edgeProps({ completionTimeout: Duration.seconds(0) }),
    'topology.completionTimeout: must be a whole number of seconds, got 0; allowed are 1 to 3600 seconds',
  ],
  [
    edgeProps({ completionTimeout: Duration.seconds(3601) }),
    'topology.completionTimeout: must be a whole number of seconds, got 3601; allowed are 1 to 3600 seconds',
  ],
  [
    edgeProps({ completionTimeout: Duration.seconds(59) }),
    'topology.completionTimeout: must not be shorter than topology.writeTimeout, which is 60 s, got 59; raise it, or lower the other',
  ],
  [
    edgeProps({ paymentReturnPathPatterns: ['/ok/*', 'return'] }),
    'topology.paymentReturnPathPatterns[1]: must begin with a slash or an asterisk, got "return"; write it as /payment/*',
  ],
  [
    edgeProps({ errorCachingTtl: Duration.seconds(6) }),
    'topology.errorCachingTtl: must be a whole number of seconds, got 6; ' +
      'allowed are 0 to 5 seconds: it outlasts the repair by as much',
  ],
  [
    storeProps({ latencyAlarm: { threshold: Duration.seconds(0) } }),
    'latencyAlarm.threshold: must be above 0 ms, got 0; set what shoppers still accept',
  ],
  [
    { ...dnsProps(), latencyAlarm: { threshold: Duration.seconds(2) } },
    'latencyAlarm.threshold: must be below 2000 ms in the dns topology, got 2000; ' +
      'Route 53 measures it, and its checkers give up after 2 s, so that it would never fire',
  ],
];

const PATTERN = 'topology.mirroredPathPatterns[0]:';
const STATIC_ONLY = 'mirrored paths take no POST and may be stale, so name static files only';
const mirroring = (...mirroredPathPatterns: string[]): UnderstudyProps => edgeProps({ mirroredPathPatterns });

const PATTERNS: Mistaken[] = [
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
    mirroring('/checkout-files/*'),
    `${PATTERN} must not match *checkout*, where stores take forms, got "/checkout-files/*"; ${STATIC_ONLY}`,
  ],
  [
    mirroring('/login*'),
    `${PATTERN} must not match /login, where stores take forms, got "/login*"; ${STATIC_ONLY}`,
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

describe('times of a topology', () => testMistakes(TIMES));

describe('mirrored path patterns', () => {
  testMistakes(PATTERNS);

  test.each(['*', '/*'])('fails when %s would mirror the whole store', (pattern) => {
    expect(findMistakes(mirroring(pattern)).join('\n')).toContain(
      `${PATTERN} must not match the watched path /checkout, got "${pattern}"`,
    );
  });
});

describe('edge topology', () => {
  test.each<[string, Partial<EdgeTopology>]>([
    ['a zone with a trailing dot', {}],
    ['shortest times', { failoverTtl: Duration.seconds(1), errorCachingTtl: Duration.seconds(0) }],
    ['longest times', { failoverTtl: Duration.minutes(1), errorCachingTtl: Duration.seconds(5) }],
    ['shortest timeouts', { connectionTimeout: Duration.seconds(1), readTimeout: Duration.seconds(1) }],
    ['longest timeouts', { connectionTimeout: Duration.seconds(10), readTimeout: Duration.seconds(60) }],
    [
      'the longest times for forms',
      { writeTimeout: Duration.minutes(2), completionTimeout: Duration.hours(1) },
    ],
    ['forms that get no longer than pages', { writeTimeout: Duration.seconds(9) }],
    ['a limit for forms and whole answers', { completionTimeout: Duration.seconds(60) }],
    ['payments that come back nowhere', { paymentReturnPathPatterns: [] }],
    ['a standby with addresses', { standby: StoreTarget.ipAddresses(['8.8.8.8']) }],
    ['a standby with a host name', { standby: StoreTarget.hostName('standby.example.net') }],
    ['a name that addresses do not use', { alternateDomainNames: ['primary.origin.shop.example.com'] }],
    [
      'an API Gateway of another Region',
      { primary: StoreTarget.hostName('d-abc.execute-api.eu-west-1.amazonaws.com') },
    ],
    [
      'an API Gateway of the same Region that has a standby',
      { primary: StoreTarget.hostName('d-abc.execute-api.us-east-1.amazonaws.com'), standby: LOAD_BALANCER },
    ],
    ['static files that are mirrored', { mirroredPathPatterns: ['/static/*'] }],
  ])('is accepted with %s', (_what, topology) => {
    const hostedZone = { hostedZoneId: 'Z1', zoneName: 'example.com.' };
    expect(findMistakes({ ...edgeProps(topology), hostedZone })).toEqual([]);
  });
});
