import type { Deployment, ModelledResource } from '../assembly/deployment';
import { type Clock, every } from '../clock/clock';
import type { Random } from '../clock/random';
import type { MetricStore } from '../cloudwatch/metric-store';
import type { EventLog } from '../event-log';
import type { Host } from '../network/network';
import { HEALTH_CHECK } from './resource';
import { calculatedHealth } from './rules/calculated-health';
import { type CheckerState, INITIAL_CHECKER_STATE, nextCheckerState } from './rules/checker-state';
import { endpointHealth } from './rules/endpoint-health';
import { type ProbeVerdict, probeVerdict } from './rules/probe-verdict';

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html#Route53-Type-HealthCheckConfig-Regions */
const CHECKER_REGIONS = [
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'sa-east-1',
];

/**
 * Emulation: two health checkers in each region. AWS gives no number, only that an endpoint sees about one request
 * every two seconds at an interval of 30 s, which makes about sixteen.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
const CHECKERS_PER_REGION = 2;

type HealthCheckResource = ModelledResource<(typeof HEALTH_CHECK)['properties']['_output']>;

/** What health checks need of the rest of the world. */
export interface HealthCheckSurroundings {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly metrics: MetricStore;
  readonly random: Random;
  readonly internet: Host;
  /** The address of a host name, as public DNS answers it now. */
  readonly addressOf: (hostName: string) => string;
}

interface EndpointState {
  readonly resource: HealthCheckResource;
  readonly checkers: CheckerState[];
}

/** The stack's Route 53 health checks with their checkers all over the world. */
export class HealthChecks {
  private readonly endpoints: readonly EndpointState[];
  private readonly calculated: readonly HealthCheckResource[];
  private readonly healthy = new Map<string, boolean>();
  private readonly percentHealthy = new Map<string, number>();

  constructor(
    deployment: Deployment,
    private readonly world: HealthCheckSurroundings,
  ) {
    const all = deployment.all(HEALTH_CHECK);
    this.calculated = all.filter((resource) => configOf(resource).Type === 'CALCULATED');
    this.endpoints = all
      .filter((resource) => configOf(resource).Type !== 'CALCULATED')
      .map((resource) => ({ resource, checkers: checkerRegions(resource).map(() => INITIAL_CHECKER_STATE) }));
    for (const { resource, checkers } of this.endpoints) {
      this.healthy.set(resource.ref, !configOf(resource).Inverted);
      for (const index of checkers.keys()) this.startChecker(resource, index);
    }
    for (const resource of this.calculated) this.healthy.set(resource.ref, true);
    this.publishMetrics(all);
  }

  /** @param healthCheckId as in `HealthCheckId` of a record. An unknown one is undefined, like none at all */
  isHealthy(healthCheckId: string): boolean | undefined {
    return this.healthy.get(healthCheckId);
  }

  /** Every health check by the name people call it, in template order, endpoints before calculated ones. */
  get statuses(): readonly { readonly name: string; readonly healthy: boolean }[] {
    return [...this.endpoints.map(({ resource }) => resource), ...this.calculated].map((resource) => ({
      name: labelOf(resource),
      healthy: this.healthy.get(resource.ref) ?? true,
    }));
  }

  /** Searched texts per path: what a stand-in for the store has to show to be seen as healthy. */
  get searches(): readonly {
    readonly host: string | undefined;
    readonly path: string;
    readonly text: string;
  }[] {
    return this.endpoints.map(({ resource }) => ({
      host: configOf(resource).FullyQualifiedDomainName,
      path: configOf(resource).ResourcePath,
      text: configOf(resource).SearchString ?? '',
    }));
  }

  private startChecker(resource: HealthCheckResource, index: number): void {
    const { clock, random } = this.world;
    const intervalMs = configOf(resource).RequestInterval * 1000;
    // The interval of a checker runs from one response to the next request; checkers do not coordinate.
    const probe = async (): Promise<void> => {
      const startMs = clock.nowMs;
      const verdict = await this.probe(resource, index, startMs);
      const doneMs = startMs + verdict.elapsedMs;
      clock.at(doneMs, () => this.take(resource, index, verdict));
      clock.at(doneMs + intervalMs, probe);
    };
    clock.at(clock.nowMs + random() * intervalMs, probe);
  }

  private async probe(resource: HealthCheckResource, index: number, startMs: number): Promise<ProbeVerdict> {
    const {
      FullyQualifiedDomainName: host,
      IPAddress,
      ResourcePath,
      SearchString,
      Type,
    } = configOf(resource);
    const address = IPAddress ?? this.world.addressOf(host ?? '');
    const exchange = await this.world.internet.exchange(
      address,
      {
        method: 'GET',
        path: ResourcePath,
        headers: { host: host ?? address, 'user-agent': USER_AGENT },
        location: index,
      },
      startMs,
    );
    if (Type === 'CALCULATED') throw new Error('a calculated health check probes nothing');
    return probeVerdict({ type: Type, searchString: SearchString }, exchange);
  }

  private take(resource: HealthCheckResource, index: number, verdict: ProbeVerdict): void {
    const endpoint = this.endpoints.find((candidate) => candidate.resource === resource);
    const state = endpoint?.checkers[index];
    if (endpoint === undefined || state === undefined) return;
    if (!verdict.healthy)
      this.world.log.record({
        kind: 'probe-failed',
        healthCheck: labelOf(resource),
        because: verdict.because,
      });
    endpoint.checkers[index] = nextCheckerState(state, verdict.healthy, configOf(resource).FailureThreshold);
    const opinions = endpoint.checkers.map(({ healthy }) => healthy);
    const { healthy, percentHealthy, because } = endpointHealth(opinions, configOf(resource).Inverted);
    this.percentHealthy.set(resource.ref, percentHealthy);
    this.setHealth(resource, healthy, because);
  }

  private setHealth(resource: HealthCheckResource, healthy: boolean, because: string): void {
    if (this.healthy.get(resource.ref) === healthy) return;
    this.healthy.set(resource.ref, healthy);
    this.world.log.record({
      kind: 'health-check',
      id: resource.ref,
      healthCheck: labelOf(resource),
      healthy,
      because,
    });
    for (const parent of this.calculated) {
      const { ChildHealthChecks, HealthThreshold, Inverted } = configOf(parent);
      if (!ChildHealthChecks.includes(resource.ref)) continue;
      const children = ChildHealthChecks.map((id) => this.healthy.get(id) ?? true);
      const result = calculatedHealth({
        children,
        healthThreshold: HealthThreshold ?? children.length,
        inverted: Inverted,
      });
      this.setHealth(parent, result.healthy, result.because);
    }
  }

  /**
   * Route 53 sends its metrics once a minute. Emulation: each health check at a moment of its own within the minute.
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
   */
  private publishMetrics(all: readonly HealthCheckResource[]): void {
    const { clock, metrics, random } = this.world;
    for (const { ref } of all) {
      const dimensions = { HealthCheckId: ref };
      every(clock, 60_000, clock.nowMs + random() * 60_000, () => {
        metrics.put(
          { namespace: 'AWS/Route53', name: 'HealthCheckStatus', dimensions },
          this.healthy.get(ref) ? 1 : 0,
        );
        const percent = this.percentHealthy.get(ref);
        if (percent === undefined) return;
        metrics.put({ namespace: 'AWS/Route53', name: 'HealthCheckPercentageHealthy', dimensions }, percent);
      });
    }
  }
}

const USER_AGENT = 'Amazon-Route53-Health-Check-Service';

const configOf = (resource: HealthCheckResource) => resource.properties.HealthCheckConfig;

const checkerRegions = (resource: HealthCheckResource): readonly string[] =>
  (configOf(resource).Regions ?? CHECKER_REGIONS).flatMap((region) =>
    Array<string>(CHECKERS_PER_REGION).fill(region),
  );

/** How people call a health check: its name tag, else what it probes. */
function labelOf(resource: HealthCheckResource): string {
  const tag = resource.properties.HealthCheckTags.find(({ Key }) => Key === 'Name');
  const { FullyQualifiedDomainName, IPAddress, ResourcePath } = configOf(resource);
  return tag?.Value ?? `${FullyQualifiedDomainName ?? IPAddress ?? resource.logicalId}${ResourcePath}`;
}
