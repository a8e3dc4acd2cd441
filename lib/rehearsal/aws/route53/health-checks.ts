import { every } from '../../kernel/clock/clock';
import { MINUTE_MS } from '../../kernel/clock/units';
import type { Deployment } from '../assembly/deployment';
import { type CheckerObservation, EndpointCheck } from './endpoint-check';
import { configOf, type HealthCheckDeps, type HealthCheckResource, labelOf } from './health-check';
import { requireKnownHealth } from './known-health';
import { MetricHealthCheck, watchedAlarm } from './metric-check';
import { HEALTH_CHECK } from './resource';
import { type CalculatedHealth, calculatedHealth } from './rules/calculated-health';
import { type ThresholdSetting, Thresholds } from './thresholds';

interface Health {
  readonly healthy: boolean;
  readonly because: string;
}

/** The stack's Route 53 health checks. */
export class HealthChecks {
  private readonly watching: readonly HealthCheckResource[];
  private readonly calculated: readonly HealthCheckResource[];
  private readonly healthy = new Map<string, boolean>();
  private readonly percentHealthy = new Map<string, number>();
  private readonly thresholds: Thresholds;
  private readonly endpointChecks = new Map<string, EndpointCheck>();

  /** @throws RehearsalError for health that nobody can know, and for alarms that Route 53 can't watch */
  constructor(
    deployment: Deployment,
    private readonly world: HealthCheckDeps,
  ) {
    requireKnownHealth(deployment);
    const all = deployment.all(HEALTH_CHECK);
    this.calculated = all.filter((resource) => configOf(resource).Type === 'CALCULATED');
    this.watching = all.filter((resource) => configOf(resource).Type !== 'CALCULATED');
    this.thresholds = new Thresholds(this.calculated);
    // Healthy until there is enough data; an inverted health check is unhealthy until then.
    for (const resource of this.watching) {
      this.healthy.set(resource.ref, !configOf(resource).Inverted);
    }
    for (const resource of this.calculated) {
      this.healthy.set(resource.ref, this.calculate(resource).healthy);
    }
    for (const resource of this.watching) {
      this.watch(resource, deployment);
    }
    this.publishMetrics(all);
  }

  /** @param healthCheckId as in `HealthCheckId` of a record. @returns undefined for an unknown one */
  isHealthy(healthCheckId: string): boolean | undefined {
    return this.healthy.get(healthCheckId);
  }

  /** What each checker saw last, without any inversion; undefined for what is no health check of an endpoint. */
  observationsOf(healthCheckId: string): readonly CheckerObservation[] | undefined {
    return this.endpointChecks.get(healthCheckId)?.observations;
  }

  /** How a calculated health check is set; undefined for any other. */
  thresholdOf(healthCheckId: string): ThresholdSetting | undefined {
    return this.thresholds.get(healthCheckId);
  }

  /**
   * Sets how many children of a calculated health check must be healthy. Emulation: it counts at once; AWS does not say
   * how long its checkers and name servers take.
   */
  setThreshold(healthCheckId: string, healthThreshold: number): ThresholdSetting {
    const setting = this.thresholds.set(healthCheckId, healthThreshold);
    for (const resource of this.calculated) {
      if (resource.ref !== healthCheckId) {
        continue;
      }
      const { healthy, because } = this.calculate(resource);
      this.setHealth(resource, healthy, because);
    }
    return setting;
  }

  /** Every health check by the name people call it, in template order, calculated ones last. */
  get statuses(): readonly { readonly name: string; readonly healthy: boolean }[] {
    return [...this.watching, ...this.calculated].map((resource) => ({
      name: labelOf(resource),
      healthy: this.healthy.get(resource.ref) ?? true,
    }));
  }

  /** The names that people call those by that probe an endpoint. */
  get probedNames(): readonly string[] {
    return this.watching
      .filter((resource) => configOf(resource).Type !== 'CLOUDWATCH_METRIC')
      .map((resource) => labelOf(resource));
  }

  /** The IP addresses and host names that health checks probe, by their ids. */
  get probed(): readonly { readonly id: string; readonly address: string }[] {
    return this.watching.flatMap((resource) => {
      const { IPAddress, FullyQualifiedDomainName } = configOf(resource);
      const address = IPAddress ?? FullyQualifiedDomainName;
      return address === undefined ? [] : [{ id: resource.ref, address }];
    });
  }

  /** Searched texts: what a stand-in for the store has to show to be seen as healthy. Not what inverted checks fear. */
  get searches(): readonly { readonly path: string; readonly text: string }[] {
    return this.watching
      .map(configOf)
      .filter(({ Inverted }) => !Inverted)
      .map(({ ResourcePath: path, SearchString: text = '' }) => ({ path, text }));
  }

  private watch(resource: HealthCheckResource, deployment: Deployment): void {
    const type = configOf(resource).Type;
    if (type === 'CALCULATED') {
      return;
    }
    const take = ({ healthy, because }: Health) => this.setHealth(resource, healthy, because);
    if (type === 'CLOUDWATCH_METRIC') {
      const alarm = watchedAlarm(resource, deployment);
      new MetricHealthCheck({ ...resource, alarm }, this.world, take);
      return;
    }
    const check = new EndpointCheck({ ...resource, type }, this.world, (health) => {
      this.percentHealthy.set(resource.ref, health.percentHealthy);
      take(health);
    });
    this.endpointChecks.set(resource.ref, check);
  }

  private setHealth(resource: HealthCheckResource, healthy: boolean, because: string): void {
    if (this.healthy.get(resource.ref) === healthy) {
      return;
    }
    this.healthy.set(resource.ref, healthy);
    this.world.log.record({
      kind: 'health-check',
      id: resource.ref,
      healthCheck: labelOf(resource),
      healthy,
      because,
    });
    for (const parent of this.calculated) {
      if (!configOf(parent).ChildHealthChecks.includes(resource.ref)) {
        continue;
      }
      const result = this.calculate(parent);
      this.setHealth(parent, result.healthy, result.because);
    }
  }

  private calculate(resource: HealthCheckResource): CalculatedHealth {
    const { ChildHealthChecks, Inverted } = configOf(resource);
    const children = ChildHealthChecks.map((id) => this.healthy.get(id) === true);
    return calculatedHealth({
      children,
      healthThreshold: this.thresholds.get(resource.ref)?.healthThreshold ?? children.length,
      inverted: Inverted,
    });
  }

  /**
   * Route 53 sends its metrics once a minute. Emulation: each health check at a moment of its own within the minute.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
   */
  private publishMetrics(all: readonly HealthCheckResource[]): void {
    const { clock, random } = this.world;
    for (const resource of all) {
      every(clock, MINUTE_MS, clock.nowMs + random() * MINUTE_MS, () => {
        this.publish(resource, 'HealthCheckStatus', this.healthy.get(resource.ref) ? 1 : 0);
        const percent = this.percentHealthy.get(resource.ref);
        if (percent !== undefined) {
          this.publish(resource, 'HealthCheckPercentageHealthy', percent);
        }
        if (configOf(resource).Type === 'CALCULATED') {
          this.publish(resource, 'ChildHealthCheckHealthyCount', this.calculate(resource).healthyChildren);
        }
      });
    }
  }

  private publish({ ref }: HealthCheckResource, name: string, value: number): void {
    this.world.metrics.put({ namespace: 'AWS/Route53', name, dimensions: { HealthCheckId: ref } }, value);
  }
}
