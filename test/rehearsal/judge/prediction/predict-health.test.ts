import type { EndpointFacts, HealthCheckFacts } from '../../../../lib/rehearsal/facts/health-facts';
import { interval } from '../../../../lib/rehearsal/judge/prediction/interval';
import { predictHealth } from '../../../../lib/rehearsal/judge/prediction/predict-health';
import type { StoreFailure } from '../../../../lib/rehearsal/judge/prediction/store-failure';

const endpoint = (id: string, but: Partial<EndpointFacts> = {}): EndpointFacts => ({
  kind: 'endpoint',
  id,
  path: `/${id}`,
  intervalMs: 10_000,
  failureThreshold: 3,
  searches: true,
  asks: 'name',
  regions: [],
  ...but,
});
const calculated = (children: readonly string[], healthThreshold: number): HealthCheckFacts => ({
  kind: 'calculated',
  id: 'store',
  children,
  healthThreshold,
});
const REFUSES: StoreFailure = { probeMs: 0, needsSearch: false, client: { kind: 'fails at once' } };

describe('predicted health of an endpoint', () => {
  // Three failures, two pauses; a pause more when the checker has just probed; half a second for each exchange.
  test.each([
    [10_000, 3, 0, interval(20_000, 32_000), interval(20_000, 32_000)],
    [10_000, 1, 0, interval(0, 11_000), interval(0, 11_000)],
    [30_000, 3, 0, interval(60_000, 92_000), interval(60_000, 92_000)],
    [10_000, 10, 0, interval(90_000, 105_500), interval(90_000, 105_500)],
    [10_000, 3, 4_000, interval(32_000, 44_000), interval(20_000, 36_000)],
  ])(
    'follows from an interval of %i ms, a threshold of %i and probes that fail within %i ms',
    (intervalMs, failureThreshold, probeMs, unhealthy, healthy) => {
      const checks = [endpoint('home', { intervalMs, failureThreshold })];
      expect(predictHealth('home', { ...REFUSES, probeMs }, checks)).toEqual({ unhealthy, healthy });
    },
  );

  test('stays when the failure concerns other paths', () => {
    expect(predictHealth('home', { ...REFUSES, paths: ['/checkout'] }, [endpoint('home')])).toBeUndefined();
  });

  test.each([
    [true, true],
    [false, false],
  ])('changes with a wrong page if it searches: %s', (searches, changes) => {
    const change = predictHealth('home', { ...REFUSES, needsSearch: true }, [endpoint('home', { searches })]);
    expect(change !== undefined).toBe(changes);
  });
});

describe('predicted health of a port', () => {
  const port = endpoint('port', { connectsOnly: true, searches: false });

  test('follows how long a probe waits for a connection', () => {
    const failure = { ...REFUSES, probeMs: 4_000, connectionProbeMs: 10_000 };
    expect(predictHealth('port', failure, [port])).toEqual({
      unhealthy: interval(50_000, 62_000),
      healthy: interval(20_000, 42_000),
    });
  });

  test('stays while there are connections', () => {
    expect(predictHealth('port', { ...REFUSES, probeMs: 2_000 }, [port])).toBeUndefined();
  });
});

describe('predicted health of a calculated check', () => {
  const slow = endpoint('slow', { intervalMs: 30_000 });
  const quick = endpoint('quick');
  const quickChange = predictHealth('quick', REFUSES, [quick]);
  const slowChange = predictHealth('slow', REFUSES, [slow]);

  test('follows the first child when all have to be healthy, and the last one back', () => {
    const change = predictHealth('store', REFUSES, [quick, slow, calculated(['quick', 'slow'], 2)]);
    expect(change).toEqual({ unhealthy: quickChange?.unhealthy, healthy: slowChange?.healthy });
  });

  test('follows the last child when one is enough, and the first one back', () => {
    const change = predictHealth('store', REFUSES, [quick, slow, calculated(['quick', 'slow'], 1)]);
    expect(change).toEqual({ unhealthy: slowChange?.unhealthy, healthy: quickChange?.healthy });
  });

  test('stays while enough children are not concerned', () => {
    const checks = [quick, slow, calculated(['quick', 'slow'], 1)];
    expect(predictHealth('store', { ...REFUSES, paths: ['/slow'] }, checks)).toBeUndefined();
  });

  test('is not foretold for a check that follows an alarm', () => {
    const other: HealthCheckFacts = { kind: 'other', id: 'alarm' };
    expect(predictHealth('alarm', REFUSES, [other])).toBeUndefined();
  });
});
