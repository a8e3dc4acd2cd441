import { MetricStore } from '../../../lib/rehearsal/aws/cloudwatch/metric-store';
import type { HealthCheckDeps } from '../../../lib/rehearsal/aws/route53/health-check';
import { HealthChecks } from '../../../lib/rehearsal/aws/route53/health-checks';
import { seededRandom } from '../../../lib/rehearsal/kernel/clock/random';
import { VirtualClock } from '../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../lib/rehearsal/kernel/event-log';
import { aDeployment, aResource } from './a-deployment';
import { FakeHost } from './fake-host';

export const HEALTH_CHECK = 'AWS::Route53::HealthCheck';
export const MINUTE = 60_000;

/** An HTTPS health check of `origin.example`, fast, with three failures, but for what a test says. */
export const anEndpoint = (ResourcePath: string, but: Record<string, unknown> = {}) =>
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
export const RESOURCES = {
  Home: anEndpoint('/'),
  Checkout: anEndpoint('/checkout'),
  Store: aResource(HEALTH_CHECK, {
    HealthCheckConfig: { Type: 'CALCULATED', ChildHealthChecks: [{ Ref: 'Home' }], HealthThreshold: 1 },
    HealthCheckTags: [{ Key: 'Name', Value: 'store' }],
  }),
};

/** Health checks before a network on which everything answers as the test says. */
export function someHealthChecks(
  resources: Parameters<typeof aDeployment>[0] = RESOURCES,
  seed = 1,
  but: Partial<HealthCheckDeps> = {},
) {
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
}

/** The endpoint's port is closed. */
export const refuse = () => ({ kind: 'connect-refused', elapsedMs: 30 }) as const;
