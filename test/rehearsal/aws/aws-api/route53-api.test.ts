import {
  GetHealthCheckCommand,
  GetHealthCheckStatusCommand,
  Route53Client,
  UpdateHealthCheckCommand,
  type UpdateHealthCheckCommandInput,
} from '@aws-sdk/client-route-53';
import { route53Api } from '../../../../lib/rehearsal/aws/aws-api/route53-api';
import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { HealthChecks } from '../../../../lib/rehearsal/aws/route53/health-checks';
import { HEALTH_CHECK } from '../../../../lib/rehearsal/aws/route53/resource';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { FakeHost } from '../../helpers/fake-host';
import { type ServedApi, serveApi } from '../../helpers/serve-api';

const REGIONS = ['eu-west-1', 'sa-east-1', 'us-east-1'];

const deployment = aDeployment({
  Home: aResource(HEALTH_CHECK.type, {
    HealthCheckConfig: { Type: 'HTTP', IPAddress: '192.0.2.10', Regions: REGIONS, Inverted: true },
  }),
  Store: aResource(HEALTH_CHECK.type, {
    HealthCheckConfig: { Type: 'CALCULATED', ChildHealthChecks: [{ Ref: 'Home' }] },
  }),
});
const idOf = (logicalId: string) =>
  deployment.all(HEALTH_CHECK).find((one) => one.logicalId === logicalId)?.ref;

describe('Route 53, asked by the SDK', () => {
  let api: ServedApi;
  let client: Route53Client;
  let clock: VirtualClock;
  let healthChecks: HealthChecks;
  beforeAll(async () => {
    clock = new VirtualClock(0);
    const internet = new FakeHost();
    internet.answer = () => aResponse({ status: 200 });
    healthChecks = new HealthChecks(deployment, {
      clock,
      log: new EventLog(() => clock.nowMs),
      metrics: new MetricStore(clock),
      random: () => 0.5,
      internet,
      addressOf: (hostName) => hostName,
      checkerFault: ({ region }) =>
        region === 'sa-east-1' ? { kind: 'connect-refused', elapsedMs: 0 } : undefined,
    });
    api = await serveApi('ROUTE_53', route53Api(healthChecks));
    client = new Route53Client(api.config);
  });
  afterAll(async () => {
    client.destroy();
    await api.server.close();
  });

  const ask = (HealthCheckId?: string) => client.send(new GetHealthCheckStatusCommand({ HealthCheckId }));

  test('says nothing before the first answer', async () => {
    expect((await ask(idOf('Home'))).HealthCheckObservations).toEqual([]);
  });

  test('says what each checker saw last, without the inversion', async () => {
    await clock.runUntil(60_000);
    const { HealthCheckObservations: observations = [] } = await ask(idOf('Home'));
    const seen = observations.map(({ Region, StatusReport }) => [Region, StatusReport?.Status]);
    expect(seen.sort()).toEqual([
      ['eu-west-1', 'Success: HTTP Status Code 200, OK'],
      ['eu-west-1', 'Success: HTTP Status Code 200, OK'],
      ['sa-east-1', 'Failure: the connection was refused'],
      ['sa-east-1', 'Failure: the connection was refused'],
      ['us-east-1', 'Success: HTTP Status Code 200, OK'],
      ['us-east-1', 'Success: HTTP Status Code 200, OK'],
    ]);
    expect(observations[0]?.StatusReport?.CheckedTime?.getTime()).toBeGreaterThan(0);
  });

  test('refuses a calculated health check, which has no checkers', async () => {
    await expect(ask(idOf('Store'))).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  test('knows no other health checks', async () => {
    await expect(ask('11111111-1111-1111-1111-111111111111')).rejects.toMatchObject({
      name: 'NoSuchHealthCheck',
    });
  });

  const update = (but: Partial<UpdateHealthCheckCommandInput> = {}) =>
    client.send(new UpdateHealthCheckCommand({ HealthCheckId: idOf('Store'), ...but }));

  test('tells how a calculated health check is set, and sets it in the version that was seen', async () => {
    const get = async () =>
      (await client.send(new GetHealthCheckCommand({ HealthCheckId: idOf('Store') }))).HealthCheck;
    const before = await get();
    expect([before?.HealthCheckConfig?.HealthThreshold, before?.HealthCheckVersion]).toEqual([1, 1]);
    const isHealthy = () => healthChecks.isHealthy(idOf('Store') ?? '');
    const wasHealthy = isHealthy();
    await update({ HealthThreshold: wasHealthy ? 256 : 0, HealthCheckVersion: 1 });
    expect(isHealthy()).toBe(!wasHealthy);
    expect((await get())?.HealthCheckVersion).toBe(2);
    await expect(update({ HealthThreshold: 1, HealthCheckVersion: 1 })).rejects.toMatchObject({
      name: 'HealthCheckVersionMismatch',
    });
    // Without a version nobody is asked.
    await update({ HealthThreshold: 1 });
    expect(isHealthy()).toBe(wasHealthy);
  });

  test('refuses a threshold that Route 53 does not take', async () => {
    await expect(update({ HealthThreshold: 257 })).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  test.each([
    ['another element', { HealthThreshold: 1, Inverted: true }],
    ['an endpoint', { HealthThreshold: 1, HealthCheckId: idOf('Home') }],
  ])('does not model an update of %s', async (_, but) => {
    await expect(update(but)).rejects.toThrow('the rehearsal does not model POST');
  });

  test('says which operation it does not model', async () => {
    const command = new GetHealthCheckCommand({ HealthCheckId: idOf('Home') });
    await expect(client.send(command)).rejects.toThrow('the rehearsal does not model GET /2013-04-01');
  });
});
