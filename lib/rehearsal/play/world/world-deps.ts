import type { Deployment } from '../../aws/assembly/deployment';
import { MetricStore } from '../../aws/cloudwatch/metric-store';
import { type Gate, Gatekeeper } from '../../aws/iam/gatekeeper';
import type { RehearsalSettings } from '../../facts/settings';
import type { Clock } from '../../kernel/clock/clock';
import { type Random, seededRandom } from '../../kernel/clock/random';
import { RegionalClock } from '../../kernel/clock/regional-clock';
import { EventLog } from '../../kernel/event-log';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import { type Disruptions, NO_DISRUPTIONS } from '../staging/disruptions';
import { type PreparedAssembly, prepareAssembly } from './prepared-assembly';

/** What a world is founded on. */
export interface WorldDepsOptions {
  /** The folder of a cloud assembly, such as `cdk.out`, or what was read of it. */
  readonly assembly: string | PreparedAssembly;
  readonly clock: Clock;
  /** Everything that is left to chance follows from it. */
  readonly seed: number;
  /** What is taken for true of what AWS gives no number for. @default - the defaults of the table */
  readonly unknowns?: UnknownValues;
  /** What is wrong with AWS's own services. @default - nothing */
  readonly disruptions?: Disruptions;
  /** Whether Route 53 answers with PRIMARY whatever its health checks find, to see what closing costs. @default false */
  readonly staysOpen?: boolean;
}

/** What every part of a world stands on. */
export interface WorldDeps {
  readonly deployment: Deployment;
  readonly settings: RehearsalSettings;
  readonly clock: Clock;
  /** For everything that stops while the stack's region is down. */
  readonly regional: Clock;
  readonly random: Random;
  readonly log: EventLog;
  readonly metrics: MetricStore;
  readonly disruptions: Disruptions;
  readonly unknowns: UnknownValues;
  /** Decides who may do what. */
  readonly gate: Gate;
  /** Whether Route 53 answers with PRIMARY whatever its health checks find. @default false */
  readonly staysOpen?: boolean;
  /** Whether the stack's region is down. */
  readonly isLost: () => boolean;
}

/** Reads the assembly and starts the clocks and the books. */
export function layWorldDeps({
  assembly,
  clock,
  seed,
  disruptions = NO_DISRUPTIONS,
  unknowns = UNKNOWN_DEFAULTS,
  staysOpen,
}: WorldDepsOptions): WorldDeps {
  const { deployment, settings } = typeof assembly === 'string' ? prepareAssembly(assembly) : assembly;
  const isLost = () => disruptions.regionBackMs() !== undefined;
  const log = new EventLog(() => clock.nowMs);
  return {
    deployment,
    settings,
    clock,
    regional: new RegionalClock(clock, disruptions.regionBackMs),
    random: seededRandom(seed),
    log,
    gate: new Gatekeeper(deployment, log),
    metrics: new MetricStore(clock, isLost, unknowns),
    disruptions,
    unknowns,
    staysOpen,
    isLost,
  };
}
