import { Duration } from 'aws-cdk-lib';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { findMistakes } from '../../lib/validation/validate-props';
import { checked, ENDPOINT, type Mistaken, probing, testMistakes, watching } from '../helpers/mistaken-props';

const NAME_FORM = 'up to 32 lower-case letters, digits and dashes, a letter first';
const THRESHOLD = 'healthChecks.failureThreshold: must be a whole number,';
const PROBED = 'leave it out with IP targets, or give the store a second name that never fails over';

const PROBES: Mistaken[] = [
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
    'healthChecks.endpoints[0].name: is reserved for the alarm on the whole store, got "store"; choose another word',
  ],
  [
    watching(ENDPOINT, ENDPOINT),
    'healthChecks.endpoints[1].name: must be unique, got "home"; alarms and messages tell endpoints apart by it',
  ],
  [
    probing({ path: '/支付?a b' }),
    'healthChecks.endpoints[0].path: must be percent-encoded, as browsers send it, got "/支付?a b"; write /%E6%94%AF%E4%BB%98?a%20b',
  ],
  ...[0, 101, 1.5].map(
    (restoreOrder): Mistaken => [
      probing({ restoreOrder }),
      `healthChecks.endpoints[0].restoreOrder: must be a whole number, got ${restoreOrder}; allowed are 1 to 100`,
    ],
  ),
  [
    probing({ severity: 'SEV0' as 'SEV1' }),
    'healthChecks.endpoints[0].severity: must be one of "SEV1", "SEV2", "SEV3", got "SEV0"; did you mean "SEV1"?',
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

describe('health checks', () => {
  testMistakes(PROBES);

  test.each<[string, UnderstudyProps]>([
    ['the longest path', probing({ path: `/${'a'.repeat(254)}` })],
    ['the longest search string', probing({ searchString: 'a'.repeat(255) })],
    [
      'the slow interval and the highest threshold',
      checked({ interval: Duration.seconds(30), failureThreshold: 10 }),
    ],
    ['the lowest threshold', checked({ failureThreshold: 1 })],
    ['a name of the store that never fails over', probing({ hostName: 'direct.shop.example.com' })],
  ])('are accepted with %s', (_what, props) => {
    expect(findMistakes(props)).toEqual([]);
  });
});
