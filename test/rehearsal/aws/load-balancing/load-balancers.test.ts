import { LoadBalancers } from '../../../../lib/rehearsal/aws/load-balancing/load-balancers';
import { LOAD_BALANCER } from '../../../../lib/rehearsal/aws/load-balancing/resource';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { FakeHost } from '../../helpers/fake-host';

const ELB = 'AWS::ElasticLoadBalancingV2';
const SECOND = 1_000;

/** One load balancer with a target group behind its listener and another behind a rule. */
const RESOURCES = {
  Alb: aResource(`${ELB}::LoadBalancer`, { Name: 'shop', Scheme: 'internet-facing' }),
  Http: aResource(`${ELB}::Listener`, {
    LoadBalancerArn: { Ref: 'Alb' },
    DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Pages' } }],
  }),
  Rule: aResource(`${ELB}::ListenerRule`, {
    ListenerArn: { Ref: 'Http' },
    Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: 'Api' } }] } }],
  }),
  Pages: aResource(`${ELB}::TargetGroup`, { HealthCheckPath: '/health', Matcher: { HttpCode: '200-299' } }),
  Api: aResource(`${ELB}::TargetGroup`, { HealthCheckPath: '/api', HealthCheckIntervalSeconds: 10 }),
  Other: aResource(`${ELB}::TargetGroup`, { HealthCheckPath: '/other' }),
};

function build(resources: Parameters<typeof aDeployment>[0] = RESOURCES) {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const internet = new FakeHost();
  const deployment = aDeployment(resources);
  const name = deployment.all(LOAD_BALANCER)[0]?.attribute('DNSName') ?? '';
  const loadBalancers = new LoadBalancers(deployment, new Set([name]), {
    clock,
    log,
    internet,
    random: () => 0,
  });
  const changes = () =>
    log.events.flatMap((event) =>
      event.kind === 'health-check' ? [[event.healthCheck, event.healthy, event.atMs / SECOND]] : [],
    );
  return { clock, internet, loadBalancers, name, changes };
}

describe('load balancer', () => {
  test('checks each of its target groups at its own name', async () => {
    const { clock, internet, name } = build();
    await clock.runUntil(29 * SECOND);
    expect(internet.received.map(({ path, address }) => [path, address])).toEqual([
      ['/health', name],
      ['/api', name],
      ['/api', name],
      ['/api', name],
    ]);
  });

  test('is unhealthy as soon as one target group is, and healthy again with all of them', async () => {
    const { clock, internet, loadBalancers, name, changes } = build();
    await clock.runUntil(60 * SECOND);
    expect(loadBalancers.isHealthy(name)).toBe(true);
    internet.answer = ({ path }) => aResponse({ status: path === '/api' ? 503 : 200 });
    await clock.runUntil(100 * SECOND);
    expect(loadBalancers.isHealthy(name)).toBe(false);
    internet.answer = () => aResponse();
    await clock.runUntil(200 * SECOND);
    expect(loadBalancers.isHealthy(name)).toBe(true);
    expect(changes()).toEqual([
      ['target group Api', false, 80.06],
      ['target group Api', true, 150.06],
    ]);
  });

  test('knows of a target that does not answer when its time is up', async () => {
    const { clock, internet, changes } = build();
    internet.answer = () => ({ kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY });
    await clock.runUntil(60 * SECOND);
    expect(changes()).toEqual([
      ['target group Api', false, 16],
      ['target group Pages', false, 36],
    ]);
  });

  test('only connects to the targets of a Network Load Balancer', async () => {
    const { clock, internet, loadBalancers, name } = build({
      ...RESOURCES,
      Pages: aResource(`${ELB}::TargetGroup`, { Protocol: 'TCP' }),
      Api: aResource(`${ELB}::TargetGroup`, { Protocol: 'TCP' }),
    });
    internet.answer = () => aResponse({ status: 503 });
    await clock.runUntil(200 * SECOND);
    expect(loadBalancers.isHealthy(name)).toBe(true);
  });

  test('does not check functions that nobody wants checked', async () => {
    const { clock, internet } = build({
      ...RESOURCES,
      Api: aResource(`${ELB}::TargetGroup`, { TargetType: 'lambda' }),
    });
    await clock.runUntil(60 * SECOND);
    expect(new Set(internet.received.map(({ path }) => path))).toEqual(new Set(['/health']));
  });

  test.each([
    ['HealthCheckIntervalSeconds', 4, '5 to 300'],
    ['HealthCheckIntervalSeconds', 301, '5 to 300'],
    ['HealthCheckTimeoutSeconds', 1, '2 to 120'],
    ['UnhealthyThresholdCount', 11, '2 to 10'],
  ])('fails when %s of a target group is %i', (property, value, allowed) => {
    const Pages = aResource(`${ELB}::TargetGroup`, { [property]: value });
    expect(() => build({ ...RESOURCES, Pages })).toThrow(
      new RegExp(
        `^Stack/Pages \\(.*\\): the rehearsal can't read ${property}: must be a whole number from ${allowed}, got ${value}$`,
      ),
    );
  });

  test('is healthy without target groups', async () => {
    const { clock, loadBalancers, name } = build({ Alb: RESOURCES.Alb });
    await clock.runUntil(60 * SECOND);
    expect(loadBalancers.isHealthy(name)).toBe(true);
  });

  test('whose health nobody evaluates is not even looked at', async () => {
    const { clock, internet, loadBalancers } = build({
      ...RESOURCES,
      Mine: aResource(`${ELB}::LoadBalancer`, { Name: 'mine' }),
    });
    await clock.runUntil(SECOND);
    expect(loadBalancers.isHealthy('mine')).toBeUndefined();
    expect(new Set(internet.received.map(({ address }) => address)).size).toBe(1);
  });
});
