import { weighEdgeErrors } from '../../../../lambda/status-update/incident/edge-outage';
import { simpleIncident } from '../helpers/incidents';
import { CHECKOUT_DOWN, EDGE_ERRORS } from '../helpers/symptoms';

const OUTAGE = { kind: 'edge-outage', labels: ['edge'] } as const;
const told = (scope: { readonly kind: 'edge-outage' | 'edge-errors' }) =>
  simpleIncident({ told: { ...OUTAGE, ...scope, labels: ['edge'] } });

describe('errors at the edge', () => {
  test.each([
    ['nothing measured', [], 'edge-errors'],
    ['two minutes just below the limit', [39.9, 39.9], 'edge-errors'],
    ['one bad minute', [100, 2], 'edge-errors'],
    ['two minutes at the limit', [2, 40, 40], 'edge-outage'],
    ['every request', [100, 100, 100], 'edge-outage'],
  ] as const)('with %s are %s', (_, percents, kind) => {
    expect(weighEdgeErrors([EDGE_ERRORS], percents, { incident: null })).toMatchObject([{ kind }]);
  });

  test('leave other symptoms as they are', () => {
    expect(weighEdgeErrors([CHECKOUT_DOWN], [100, 100], { incident: null })).toEqual([CHECKOUT_DOWN]);
  });

  test('count before their own alarm comes', () => {
    const context = { incident: null, edge: EDGE_ERRORS };
    expect(weighEdgeErrors([CHECKOUT_DOWN], [40, 40], context)).toMatchObject([
      { kind: 'endpoint-down' },
      { kind: 'edge-outage', early: true },
    ]);
  });

  test.each([
    ['stay an outage while the rate falls', told({ kind: 'edge-outage' }), 'edge-outage'],
    [
      'are weighed again when they come back',
      { ...told({ kind: 'edge-outage' }), wellSinceMs: 0 },
      'edge-errors',
    ],
    ['do not become one by themselves', told({ kind: 'edge-errors' }), 'edge-errors'],
  ] as const)('%s', (_, incident, kind) => {
    expect(weighEdgeErrors([EDGE_ERRORS], [22, 22], { incident })).toMatchObject([{ kind }]);
  });
});
