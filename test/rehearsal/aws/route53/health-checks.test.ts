import fc from 'fast-check';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aResource } from '../../helpers/a-deployment';
import {
  anEndpoint,
  HEALTH_CHECK,
  MINUTE,
  RESOURCES,
  refuse,
  someHealthChecks,
} from '../../helpers/some-health-checks';

describe('health check of an endpoint', () => {
  test.each([
    [10, 16 * 6],
    [30, 16 * 2],
  ])('is probed by sixteen checkers every %i s', async (RequestInterval, requests) => {
    const { clock, internet } = someHealthChecks({ Home: anEndpoint('/', { RequestInterval }) });
    internet.answer = () => aResponse({ connectMs: 0, firstByteMs: 0, bodyMs: 0 });
    await clock.runUntil(MINUTE - 1);
    expect(internet.received).toHaveLength(requests);
    expect(new Set(internet.received.map(({ location }) => location)).size).toBe(16);
  });

  test('is probed from the regions that it names', async () => {
    const { clock, internet } = someHealthChecks({
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
    const { clock, internet } = someHealthChecks({ Home: anEndpoint('/path?a=1', but) });
    await clock.runUntil(MINUTE);
    expect(internet.received[0]).toMatchObject({
      address,
      method: 'GET',
      path: '/path?a=1',
      headers: { host },
    });
  });

  test.each([
    ['HTTP', 'http'],
    ['HTTP_STR_MATCH', 'http'],
    ['HTTPS', 'https'],
    ['HTTPS_STR_MATCH', 'https'],
  ])('of type %s speaks %s', async (Type, protocol) => {
    const { clock, internet } = someHealthChecks({ Home: anEndpoint('/', { Type }) });
    await clock.runUntil(MINUTE);
    expect(internet.received[0]).toMatchObject({ protocol });
  });

  test.each([
    ['', '/'],
    ['health?deep=1', '/health?deep=1'],
    ['/health', '/health'],
  ])('adds the leading slash that a path lacks: "%s"', async (ResourcePath, path) => {
    const { clock, internet } = someHealthChecks({ Home: anEndpoint(ResourcePath) });
    await clock.runUntil(MINUTE);
    expect(internet.received[0]).toMatchObject({ path });
  });

  test.each([
    ['RequestInterval', 9, 'from 10 to 30, got 9'],
    ['RequestInterval', 31, 'from 10 to 30, got 31'],
    ['FailureThreshold', 0, 'from 1 to 10, got 0'],
    ['FailureThreshold', 11, 'from 1 to 10, got 11'],
    ['HealthThreshold', 257, 'from 0 to 256, got 257'],
    ['Regions', ['us-east-1', 'eu-west-1'], '>=3 items'],
  ])('fails when its %s is %j, which Route 53 refuses', (property, value, bound) => {
    const Home = anEndpoint('/', { [property]: value });
    expect(() => someHealthChecks({ Home })).toThrow(
      new RegExp(`^Stack/Home \\(.*\\): the rehearsal can't read HealthCheckConfig.${property}: .*${bound}$`),
    );
  });

  test.each([
    ['its name', { Type: 'HTTP', IPAddress: '192.0.2.1' }, [{ Key: 'Name', Value: 'home' }], 'home'],
    ['what it probes', { Type: 'HTTP', IPAddress: '192.0.2.1' }, [], '192.0.2.1/'],
    ['its logical id where it probes nothing', { Type: 'CALCULATED' }, [], 'Home'],
  ])('is called by %s', (_name, HealthCheckConfig, HealthCheckTags, name) => {
    const Home = aResource(HEALTH_CHECK, { HealthCheckConfig, HealthCheckTags });
    expect(someHealthChecks({ Home }).healthChecks.statuses).toMatchObject([{ name }]);
  });

  test('does not change before the first answer, nor know foreign ids', () => {
    const { healthChecks, changes } = someHealthChecks();
    expect(changes()).toEqual([]);
    expect(healthChecks.isHealthy('nobody')).toBeUndefined();
  });

  test('becomes unhealthy two to three intervals after the failure, whatever the phase of the checkers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        async (seed, phase) => {
          const { clock, internet, changes } = someHealthChecks({ Home: anEndpoint('/') }, seed);
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
        const { clock, internet, changes, log } = someHealthChecks(RESOURCES, seed);
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
    const { clock, internet, changes } = someHealthChecks();
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
    const { clock, internet, changes } = someHealthChecks({
      Home: anEndpoint('/', { Type: 'HTTPS_STR_MATCH', SearchString: 'Shop' }),
    });
    internet.answer = () => aResponse({ body: Buffer.from('Bakery') });
    await clock.runUntil(MINUTE);
    expect(changes()).toMatchObject([{ healthy: false }]);
  });

  test('reports the opposite when it is inverted', async () => {
    const { clock, internet, changes } = someHealthChecks({ Home: anEndpoint('/', { Inverted: true }) });
    internet.answer = refuse;
    await clock.runUntil(MINUTE);
    expect(changes()).toMatchObject([{ healthy: true }]);
  });
});

describe('health check of a TCP port', () => {
  test.each([
    ['a connection that stays silent', { kind: 'no-response', connectMs: 10 }, true],
    ['no connection', { kind: 'connect-refused', elapsedMs: 10 }, false],
  ] as const)('judges %s', async (_name, exchange, healthy) => {
    const { clock, internet, healthChecks } = someHealthChecks({ Home: anEndpoint('/', { Type: 'TCP' }) });
    internet.answer = () => exchange;
    await clock.runUntil(2 * MINUTE);
    expect(healthChecks.statuses).toEqual([{ name: '/', healthy }]);
  });
});

describe('calculated health check', () => {
  test('starts out as its children do', () => {
    const { healthChecks } = someHealthChecks({ ...RESOURCES, Home: anEndpoint('/', { Inverted: true }) });
    expect(healthChecks.statuses).toEqual([
      { name: '/', healthy: false },
      { name: '/checkout', healthy: true },
      { name: 'store', healthy: false },
    ]);
  });

  test('follows its child at once', async () => {
    const { clock, internet, changes } = someHealthChecks();
    internet.answer = (request) => (request.path === '/' ? refuse() : aResponse());
    await clock.runUntil(MINUTE);
    const [home, store, ...others] = changes();
    expect([home?.healthCheck, store?.healthCheck]).toEqual(['/', 'store']);
    expect(store?.atMs).toBe(home?.atMs);
    expect(others).toEqual([]);
  });

  test('does not mind an endpoint that is no child of it', async () => {
    const { clock, internet, changes } = someHealthChecks();
    internet.answer = (request) => (request.path === '/checkout' ? refuse() : aResponse());
    await clock.runUntil(2 * MINUTE);
    expect(changes().map(({ healthCheck }) => healthCheck)).toEqual(['/checkout']);
  });
});
