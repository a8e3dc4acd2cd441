import fc from 'fast-check';
import { every } from '../../../lib/rehearsal/clock/clock';
import { seededRandom } from '../../../lib/rehearsal/clock/random';
import { VirtualClock } from '../../../lib/rehearsal/clock/virtual-clock';
import { MetricStore } from '../../../lib/rehearsal/cloudwatch/metric-store';
import { EventLog } from '../../../lib/rehearsal/event-log';
import type { HealthCheckSurroundings } from '../../../lib/rehearsal/route53/health-check';
import { HealthChecks } from '../../../lib/rehearsal/route53/health-checks';
import { HEALTH_CHECK as HEALTH_CHECK_MODEL } from '../../../lib/rehearsal/route53/resource';
import { aResponse } from '../../parity/helpers/exchanges';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { FakeHost } from '../helpers/fake-host';
import { aMetricAlarm } from '../helpers/metric-alarm';

const HEALTH_CHECK = 'AWS::Route53::HealthCheck';
const MINUTE = 60_000;

const anEndpoint = (ResourcePath: string, but: Record<string, unknown> = {}) =>
  aResource(HEALTH_CHECK, {
    HealthCheckConfig: {
      Type: 'HTTPS',
      FullyQualifiedDomainName: 'origin.example',
      ResourcePath,
      RequestInterval: 10,
      FailureThreshold: 3,
      ...but,
    },
    HealthCheckTags: [{ Key: 'Name', Value: ResourcePath }],
  });

/** Only the home page decides about the store. */
const RESOURCES = {
  Home: anEndpoint('/'),
  Checkout: anEndpoint('/checkout'),
  Store: aResource(HEALTH_CHECK, {
    HealthCheckConfig: { Type: 'CALCULATED', ChildHealthChecks: [{ Ref: 'Home' }], HealthThreshold: 1 },
    HealthCheckTags: [{ Key: 'Name', Value: 'store' }],
  }),
};

const anEmulation = (
  resources: Parameters<typeof aDeployment>[0] = RESOURCES,
  seed = 1,
  but: Partial<HealthCheckSurroundings> = {},
) => {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const metrics = new MetricStore(clock);
  const internet = new FakeHost();
  const deployment = aDeployment(resources);
  const healthChecks = new HealthChecks(deployment, {
    clock,
    log,
    metrics,
    random: seededRandom(seed),
    internet,
    addressOf: (hostName) => `address of ${hostName}`,
    ...but,
  });
  const changes = () => log.events.filter((event) => event.kind === 'health-check');
  return { clock, metrics, internet, healthChecks, log, changes };
};

const refuse = () => ({ kind: 'connect-refused', elapsedMs: 30 }) as const;

describe('health check of an endpoint', () => {
  test.each([
    [10, 16 * 6],
    [30, 16 * 2],
  ])('is probed by sixteen checkers every %i s', async (RequestInterval, requests) => {
    const { clock, internet } = anEmulation({ Home: anEndpoint('/', { RequestInterval }) });
    internet.answer = () => aResponse({ connectMs: 0, firstByteMs: 0, bodyMs: 0 });
    await clock.runUntil(MINUTE - 1);
    expect(internet.received).toHaveLength(requests);
    expect(new Set(internet.received.map(({ location }) => location)).size).toBe(16);
  });

  test('is probed from the regions that it names', async () => {
    const { clock, internet } = anEmulation({
      Home: anEndpoint('/', { Regions: ['us-east-1', 'eu-west-1', 'sa-east-1'] }),
    });
    await clock.runUntil(MINUTE);
    expect(new Set(internet.received.map(({ location }) => location)).size).toBe(6);
  });

  test.each([
    [{}, { address: 'address of origin.example', host: 'origin.example' }],
    [{ IPAddress: '192.0.2.1' }, { address: '192.0.2.1', host: 'origin.example' }],
    [
      { IPAddress: '192.0.2.1', FullyQualifiedDomainName: undefined },
      { address: '192.0.2.1', host: '192.0.2.1' },
    ],
  ])('connects to the IP address, else to the host name: %j', async (but, { address, host }) => {
    const { clock, internet } = anEmulation({ Home: anEndpoint('/path?a=1', but) });
    await clock.runUntil(MINUTE);
    expect(internet.received[0]).toMatchObject({
      address,
      method: 'GET',
      path: '/path?a=1',
      headers: { host },
    });
  });

  test('does not change before the first answer, nor know foreign ids', () => {
    const { healthChecks, changes } = anEmulation();
    expect(changes()).toEqual([]);
    expect(healthChecks.isHealthy('nobody')).toBeUndefined();
  });

  test('becomes unhealthy two to three intervals after the failure, whatever the phase of the checkers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        async (seed, phase) => {
          const { clock, internet, changes } = anEmulation({ Home: anEndpoint('/') }, seed);
          const failedMs = MINUTE + phase;
          await clock.runUntil(failedMs);
          internet.answer = refuse;
          await clock.runUntil(failedMs + MINUTE);
          const [change, ...others] = changes();
          expect(others).toEqual([]);
          expect(change?.healthy).toBe(false);
          expect((change?.atMs ?? 0) - failedMs).toBeGreaterThan(20_000);
          expect((change?.atMs ?? 0) - failedMs).toBeLessThan(30_500);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('stays healthy through a blip of 15 s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_000 }), async (seed) => {
        const { clock, internet, changes, log } = anEmulation(RESOURCES, seed);
        await clock.runUntil(MINUTE);
        internet.answer = refuse;
        await clock.runUntil(MINUTE + 15_000);
        internet.answer = () => aResponse();
        await clock.runUntil(3 * MINUTE);
        expect(changes()).toEqual([]);
        expect(log.events.filter(({ kind }) => kind === 'probe-failed').length).toBeGreaterThan(16);
      }),
      { numRuns: 25 },
    );
  });

  test('becomes healthy again by itself', async () => {
    const { clock, internet, changes } = anEmulation();
    internet.answer = refuse;
    await clock.runUntil(2 * MINUTE);
    internet.answer = () => aResponse();
    await clock.runUntil(4 * MINUTE);
    expect(changes().map(({ healthCheck, healthy }) => [healthCheck, healthy])).toEqual(
      expect.arrayContaining([
        ['/', false],
        ['/', true],
        ['store', false],
        ['store', true],
      ]),
    );
  });

  test('is unhealthy without its search string', async () => {
    const { clock, internet, changes } = anEmulation({
      Home: anEndpoint('/', { Type: 'HTTPS_STR_MATCH', SearchString: 'Shop' }),
    });
    internet.answer = () => aResponse({ body: Buffer.from('Bakery') });
    await clock.runUntil(MINUTE);
    expect(changes()).toMatchObject([{ healthy: false }]);
  });

  test('reports the opposite when it is inverted', async () => {
    const { clock, internet, changes } = anEmulation({ Home: anEndpoint('/', { Inverted: true }) });
    internet.answer = refuse;
    await clock.runUntil(MINUTE);
    expect(changes()).toMatchObject([{ healthy: true }]);
  });
});

describe('health checkers that fail', () => {
  const REGIONS = ['us-east-1', 'us-west-1', 'us-west-2', 'eu-west-1', 'ap-southeast-1', 'ap-southeast-2'];
  const SEVEN = [...REGIONS, 'ap-northeast-1'];

  test.each([
    [6, true, REGIONS],
    [7, false, SEVEN],
  ])('in %i of 8 regions leave it healthy: %s', async (_count, healthy, regions) => {
    const checkerFault = ({ region }: { region: string }) =>
      regions.includes(region) ? refuse() : undefined;
    const { clock, healthChecks } = anEmulation({ Home: anEndpoint('/') }, 1, { checkerFault });
    await clock.runUntil(2 * MINUTE);
    expect(healthChecks.statuses).toEqual([{ name: '/', healthy }]);
  });
});

describe('health check of a TCP port', () => {
  test.each([
    ['a connection that stays silent', { kind: 'no-response', connectMs: 10 }, true],
    ['no connection', { kind: 'connect-refused', elapsedMs: 10 }, false],
  ] as const)('judges %s', async (_name, exchange, healthy) => {
    const { clock, internet, healthChecks } = anEmulation({ Home: anEndpoint('/', { Type: 'TCP' }) });
    internet.answer = () => exchange;
    await clock.runUntil(2 * MINUTE);
    expect(healthChecks.statuses).toEqual([{ name: '/', healthy }]);
  });
});

describe('CLOUDWATCH_METRIC health check', () => {
  const METRIC = { namespace: 'Test', name: 'Down', dimensions: {} };
  const resources = (check: Record<string, unknown> = {}, alarm: Record<string, unknown> = {}) => ({
    Down: aMetricAlarm('down', alarm),
    Check: aResource(HEALTH_CHECK, {
      HealthCheckConfig: {
        Type: 'CLOUDWATCH_METRIC',
        AlarmIdentifier: { Name: { Ref: 'Down' }, Region: 'us-east-1' },
        InsufficientDataHealthStatus: 'Unhealthy',
        ...check,
      },
      HealthCheckTags: [{ Key: 'Name', Value: 'metric' }],
    }),
  });

  test('follows the data of its alarm, which nobody evaluates', async () => {
    const { clock, metrics, changes } = anEmulation(resources({ InsufficientDataHealthStatus: 'Healthy' }));
    every(clock, MINUTE, MINUTE / 4, () =>
      metrics.put(METRIC, clock.nowMs > 3 * MINUTE && clock.nowMs < 6 * MINUTE ? 1 : 0),
    );
    await clock.runUntil(10 * MINUTE);
    expect(changes().map(({ healthy }) => healthy)).toEqual([false, true]);
  });

  test.each([
    ['Unhealthy', false],
    ['Healthy', true],
    ['LastKnownStatus', true],
  ])('without data is as its setting says: %s', async (InsufficientDataHealthStatus, healthy) => {
    const { clock, healthChecks } = anEmulation(resources({ InsufficientDataHealthStatus }));
    await clock.runUntil(5 * MINUTE);
    expect(healthChecks.statuses).toEqual([{ name: 'metric', healthy }]);
  });

  test.each([
    ['names no metric alarm of this assembly', { AlarmIdentifier: { Name: 'nobody' } }, {}, 'nobody'],
    ['its alarm is M out of N', {}, { EvaluationPeriods: 3, DatapointsToAlarm: 2 }, 'down'],
    ['its alarm has a percentile', {}, { Statistic: undefined, ExtendedStatistic: 'p90' }, 'down'],
  ])('fails when %s', (problem, check, alarm, name) => {
    expect(() => anEmulation(resources(check, alarm))).toThrow(
      `Stack/Check.HealthCheckConfig.AlarmIdentifier: ${problem}, got ${name}; Route 53 watches metric alarms of this assembly`,
    );
  });
});

describe('calculated health check', () => {
  test('starts out as its children do', () => {
    const { healthChecks } = anEmulation({ ...RESOURCES, Home: anEndpoint('/', { Inverted: true }) });
    expect(healthChecks.statuses).toEqual([
      { name: '/', healthy: false },
      { name: '/checkout', healthy: true },
      { name: 'store', healthy: false },
    ]);
  });

  test('follows its child at once', async () => {
    const { clock, internet, changes } = anEmulation();
    internet.answer = (request) => (request.path === '/' ? refuse() : aResponse());
    await clock.runUntil(MINUTE);
    const [home, store, ...others] = changes();
    expect([home?.healthCheck, store?.healthCheck]).toEqual(['/', 'store']);
    expect(store?.atMs).toBe(home?.atMs);
    expect(others).toEqual([]);
  });

  test('does not mind an endpoint that is no child of it', async () => {
    const { clock, internet, changes } = anEmulation();
    internet.answer = (request) => (request.path === '/checkout' ? refuse() : aResponse());
    await clock.runUntil(2 * MINUTE);
    expect(changes().map(({ healthCheck }) => healthCheck)).toEqual(['/checkout']);
  });
});

describe('metrics of health checks', () => {
  const valuesOf = ({ metrics, changes }: ReturnType<typeof anEmulation>, name: string) => {
    const [change] = changes();
    const metric = { namespace: 'AWS/Route53', name, dimensions: { HealthCheckId: change?.id ?? '' } };
    const periods = [0, 1, 2].map((minute) => ({ startMs: minute * MINUTE, endMs: (minute + 1) * MINUTE }));
    return {
      counts: metrics.datapoints(metric, 'SampleCount', periods),
      last: metrics.datapoints(metric, 'Minimum', periods).at(-1),
    };
  };

  test('tell the latency of an endpoint that measures it', async () => {
    const { clock, internet, metrics } = anEmulation({ Home: anEndpoint('/', { MeasureLatency: true }) });
    internet.answer = () => aResponse({ connectMs: 40, firstByteMs: 120 });
    await clock.runUntil(2 * MINUTE);
    const id = aDeployment({ Home: anEndpoint('/') }).all(HEALTH_CHECK_MODEL)[0]?.ref ?? '';
    const averageOf = (name: string) =>
      metrics.datapoints({ namespace: 'AWS/Route53', name, dimensions: { HealthCheckId: id } }, 'Average', [
        { startMs: 0, endMs: MINUTE },
      ])[0];
    expect(averageOf('ConnectionTime')).toBe(40);
    expect(averageOf('TimeToFirstByte')).toBe(120);
  });

  test.each([
    ['HealthCheckStatus', 0],
    ['HealthCheckPercentageHealthy', 0],
  ])('come once a minute: %s', async (name, last) => {
    const emulation = anEmulation({ Home: anEndpoint('/') });
    await emulation.clock.runUntil(MINUTE);
    emulation.internet.answer = refuse;
    await emulation.clock.runUntil(4 * MINUTE);
    expect(valuesOf(emulation, name)).toEqual({ counts: [1, 1, 1], last });
  });
});
