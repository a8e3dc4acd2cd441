import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import { type Exchange, unvalidated } from '../../kernel/network/exchange';
import { UNKNOWN_DEFAULTS } from '../../unknowns/unknown-values';
import type { MetricSeries } from '../cloudwatch/metric-series';
import type { MetricStore } from '../cloudwatch/metric-store';
import { type Checker, checkersIn } from './checker';
import { configOf, type HealthCheckDeps, type HealthCheckResource, labelOf } from './health-check';
import { type CheckerState, INITIAL_CHECKER_STATE, nextCheckerState } from './rules/checker-state';
import { type EndpointHealth, endpointHealth } from './rules/endpoint-health';
import { CHECKER_LIMITS, type ProbeCheck, type ProbeVerdict, probeVerdict } from './rules/probe-verdict';

const USER_AGENT = 'Amazon-Route53-Health-Check-Service';

/** What one checker saw last. */
export interface CheckerObservation {
  readonly checker: Checker;
  readonly healthy: boolean;
  /** In the words of AWS's checkers. */
  readonly says: string;
  readonly atMs: number;
}

interface LatencySeries {
  readonly connectionTime: MetricSeries;
  readonly timeToFirstByte: MetricSeries;
}

/** Looked up once: sixteen checkers have a sample each, all through a rehearsal. */
function latencySeries(healthCheckId: string, metrics: MetricStore): LatencySeries {
  const series = (name: string) =>
    metrics.series({ namespace: 'AWS/Route53', name, dimensions: { HealthCheckId: healthCheckId } });
  return { connectionTime: series('ConnectionTime'), timeToFirstByte: series('TimeToFirstByte') };
}

/** A health check of an endpoint, with its checkers all over the world. */
export class EndpointCheck {
  private readonly states: CheckerState[];
  private readonly latest = new Map<number, CheckerObservation>();
  /** Where its latencies go. @default - nobody measures them */
  private readonly latencies: LatencySeries | undefined;

  /** @param onResult takes the status after each result of a checker */
  constructor(
    private readonly resource: HealthCheckResource & { readonly type: ProbeCheck['type'] },
    private readonly world: HealthCheckDeps,
    private readonly onResult: (health: EndpointHealth) => void,
  ) {
    const { missingCheckers } = world.unknowns ?? UNKNOWN_DEFAULTS;
    const checkers = checkersIn(configOf(resource).Regions);
    const inService = checkers.slice(0, Math.max(1, checkers.length - missingCheckers));
    this.states = inService.map(() => INITIAL_CHECKER_STATE);
    this.latencies = configOf(resource).MeasureLatency
      ? latencySeries(resource.ref, world.metrics)
      : undefined;
    // Draws for absent checkers, too, so that the others keep their random numbers.
    const phases = checkers.map(() => world.random());
    for (const checker of inService) {
      this.start(checker, phases[checker.index] ?? 0);
    }
  }

  /** One per checker that has asked so far. */
  get observations(): readonly CheckerObservation[] {
    return [...this.latest.values()];
  }

  /** @param phase from 0 to 1: when within the interval its first probe begins */
  private start(checker: Checker, phase: number): void {
    const { clock } = this.world;
    const intervalMs = configOf(this.resource).RequestInterval * 1000;
    // The interval of a checker runs from one response to the next request; checkers do not coordinate.
    const probe = (): MaybePromise<void> => {
      const startMs = clock.nowMs;
      return thenNow(this.probe(checker, startMs), (verdict) => {
        const doneMs = startMs + verdict.elapsedMs;
        clock.at(doneMs, () => this.take(checker, verdict));
        clock.at(doneMs + intervalMs, probe);
      });
    };
    clock.at(clock.nowMs + phase * intervalMs, probe);
  }

  private probe(checker: Checker, startMs: number): MaybePromise<ProbeVerdict> {
    const { SearchString: searchString } = configOf(this.resource);
    return thenNow(
      this.world.checkerFault?.(checker, labelOf(this.resource)) ?? this.ask(checker, startMs),
      (exchange) => {
        this.measure(exchange);
        return probeVerdict({ type: this.resource.type, searchString }, exchange);
      },
    );
  }

  private ask({ index }: Checker, startMs: number): MaybePromise<Exchange> {
    const { FullyQualifiedDomainName: host, IPAddress, ResourcePath: path } = configOf(this.resource);
    // With an IP address no name is looked up; without one the name is, each time, and a name without an address fails.
    const address = IPAddress ?? this.world.addressOf(host ?? '');
    const headers = { host: host ?? address, 'user-agent': USER_AGENT };
    const { type } = this.resource;
    const protocol = type.startsWith('HTTPS') ? 'https' : 'http';
    const connectsOnly = type === 'TCP';
    const request = { method: 'GET', path, headers, location: index, protocol, connectsOnly } as const;
    return this.world.internet.exchange(address, request, startMs);
  }

  /**
   * Emulation: a sample of every probe that got its status in time. AWS sends an average once a minute, which comes to the same; for each region too,
   * and one of the TLS handshake, which a rehearsal does not have.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
   */
  private measure(met: Exchange): void {
    if (this.latencies === undefined) {
      return;
    }
    const exchange = unvalidated(met);
    // Nobody measures an answer that nobody waits for.
    if (exchange.kind !== 'response' || exchange.firstByteMs > CHECKER_LIMITS.statusMs) {
      return;
    }
    this.latencies.connectionTime.put(exchange.connectMs);
    this.latencies.timeToFirstByte.put(exchange.firstByteMs);
  }

  private take(checker: Checker, { healthy, because, says }: ProbeVerdict): void {
    const { index } = checker;
    this.latest.set(index, { checker, healthy, says, atMs: this.world.clock.nowMs });
    if (!healthy) {
      this.world.log.record({ kind: 'probe-failed', healthCheck: labelOf(this.resource), because });
    }
    const { FailureThreshold, Inverted } = configOf(this.resource);
    const state = this.states[index] ?? INITIAL_CHECKER_STATE;
    this.states[index] = nextCheckerState(state, healthy, FailureThreshold);
    this.onResult(
      endpointHealth(
        this.states.map((one) => one.healthy),
        Inverted,
      ),
    );
  }
}
