import { type Severity, severityOf } from '../../../../lambda/status-update/contract/severity';
import { compareImpacts, impactOf, worstImpact } from '../../../../lambda/status-update/incident/impact';
import type { Impact } from '../../../../lambda/status-update/state/impact';
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
      'endpoints are listed in the order in which they are restored',
      [SEARCH_DOWN, EDGE_ERRORS, CHECKOUT_DOWN],
      'endpoint-down',
      ['search', 'checkout'],
    ],
    ['errors hide slowness', [SLOW, EDGE_ERRORS], 'edge-errors', ['edge']],
    ['slowness alone', [SLOW], 'slow', ['origin']],
  ] as const)('%s', (_, symptoms, kind, labels) => {
    expect(impactOf(symptoms)).toEqual({ kind, labels });
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
    expect(compareImpacts(told, current)).toBe(change);
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
    expect(worstImpact(one, other)).toEqual(worst);
    expect(worstImpact(other, one)).toEqual(worst);
  });
});

describe('rated endpoints', () => {
  const HOME_FAILING = { ...CHECKOUT_DOWN, kind: 'store-failing', label: 'home' } as const;
  const CHECKOUT = { ...CHECKOUT_DOWN, severity: 'SEV1' } as const;
  const SEARCH = { ...SEARCH_DOWN, severity: 'SEV3' } as const;

  test.each([
    ['SEV1 alone', [CHECKOUT], { kind: 'endpoint-down', labels: ['checkout'], severity: 'SEV1' }],
    ['SEV3 alone', [SEARCH], { kind: 'endpoint-down', labels: ['search'], severity: 'SEV3' }],
    ['as usual', [{ ...SEARCH, severity: 'SEV2' }], { kind: 'endpoint-down', labels: ['search'] }],
    ['both', [CHECKOUT, SEARCH], { kind: 'endpoint-down', labels: ['checkout', 'search'], severity: 'SEV1' }],
    [
      'in a store that fails as a whole, which is as bad as they are',
      [CHECKOUT, HOME_FAILING],
      { kind: 'store-failing', labels: ['home'], severity: 'SEV1' },
    ],
    ['below a milder kind', [SEARCH, EDGE_ERRORS], { kind: 'edge-errors', labels: ['edge'] }],
    ['in a store that is down', [STORE_DOWN, CHECKOUT], { kind: 'store-down', labels: ['store'] }],
  ] as const)('%s', (_, symptoms, expected) => {
    expect(impactOf(symptoms)).toEqual(expected);
  });

  test('never make a store that is down any milder', () => {
    expect(severityOf({ kind: 'store-down', severity: 'SEV3' })).toBe('SEV1');
  });

  const rated = (severity?: Severity, ...labels: string[]): Impact => ({
    kind: 'endpoint-down',
    labels,
    ...(severity && { severity }),
  });
  const edge: Impact = { kind: 'edge-errors', labels: ['edge'] };
  test.each<[Impact, Impact, string]>([
    [rated(undefined, 'a'), rated('SEV1', 'a'), 'worse'],
    [rated(undefined, 'a'), rated('SEV3', 'a'), 'eased'],
    [rated('SEV1', 'a', 'b'), rated('SEV3', 'b'), 'eased'],
    [rated('SEV1', 'a'), rated('SEV3', 'b'), 'worse'],
    [rated('SEV3', 'a'), edge, 'worse'],
    [rated('SEV1', 'a'), edge, 'eased'],
  ])('from %j to %j is %s', (told, current, change) => {
    expect(compareImpacts(told, current)).toBe(change);
  });

  test('are at their worst as the worst of them', () => {
    expect(worstImpact(rated('SEV3', 'a'), rated('SEV1', 'b'))).toEqual(rated('SEV1', 'a', 'b'));
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
    expect(severityOf({ kind })).toBe(severity);
  });
});
