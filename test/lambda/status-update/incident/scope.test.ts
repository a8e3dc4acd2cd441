import { compareScopes, scopeOf, worstScope } from '../../../../lambda/status-update/incident/scope';
import { severityOf } from '../../../../lambda/status-update/incident/severity';
import { CHECKOUT_DOWN, EDGE_ERRORS, SEARCH_DOWN, SLOW, STORE_DOWN } from '../helpers/symptoms';

describe('incident scope', () => {
  test.each([
    [
      'a critical endpoint is the whole store',
      [{ ...SEARCH_DOWN, kind: 'store-down' }],
      'store-down',
      ['store'],
    ],
    ['the store hides its endpoints', [CHECKOUT_DOWN, STORE_DOWN], 'store-down', ['store']],
    [
      'endpoints are listed in order',
      [SEARCH_DOWN, EDGE_ERRORS, CHECKOUT_DOWN],
      'endpoint-down',
      ['checkout', 'search'],
    ],
    ['errors hide slowness', [SLOW, EDGE_ERRORS], 'edge-errors', ['edge']],
    ['slowness alone', [SLOW], 'slow', ['origin']],
  ] as const)('%s', (_, symptoms, kind, labels) => {
    expect(scopeOf(symptoms)).toEqual({ kind, labels });
  });

  const scope = (kind: 'store-down' | 'endpoint-down' | 'slow', ...labels: string[]) => ({ kind, labels });
  test.each([
    ['a worse kind', scope('endpoint-down', 'checkout'), scope('store-down', 'store'), 'worse'],
    ['a milder kind', scope('store-down', 'store'), scope('slow', 'origin'), 'eased'],
    ['one more endpoint', scope('endpoint-down', 'a'), scope('endpoint-down', 'a', 'b'), 'worse'],
    ['one endpoint less', scope('endpoint-down', 'a', 'b'), scope('endpoint-down', 'b'), 'eased'],
    ['another endpoint', scope('endpoint-down', 'a'), scope('endpoint-down', 'b'), 'worse'],
    ['no change', scope('endpoint-down', 'a'), scope('endpoint-down', 'a'), 'same'],
  ] as const)('compares %s', (_, told, current, change) => {
    expect(compareScopes(told, current)).toBe(change);
  });

  test.each([
    ['the worse kind', scope('slow', 'origin'), scope('store-down', 'store'), scope('store-down', 'store')],
    [
      'the labels of both',
      scope('endpoint-down', 'b'),
      scope('endpoint-down', 'a'),
      scope('endpoint-down', 'a', 'b'),
    ],
  ] as const)('is at its worst %s', (_, one, other, worst) => {
    expect(worstScope(one, other)).toEqual(worst);
    expect(worstScope(other, one)).toEqual(worst);
  });
});

describe('severity', () => {
  test.each([
    ['store-down', 'SEV1'],
    ['store-failing', 'SEV2'],
    ['endpoint-down', 'SEV2'],
    ['edge-outage', 'SEV1'],
    ['edge-errors', 'SEV2'],
    ['slow', 'SEV3'],
  ] as const)('of %s is %s', (kind, severity) => {
    expect(severityOf(kind)).toBe(severity);
  });
});
