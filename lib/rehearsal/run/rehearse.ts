import { isSurelyNoticed, predictTimes } from '../judge/prediction/predicted-times';
import type { RehearsalRecord } from '../judge/record';
import type { RehearsalResult } from '../judge/result';
import { judgeRehearsal } from '../judge/verdict/verdict';
import type { TimedEvent } from '../kernel/event-log';
import type { Population } from '../play/shoppers/population';
import type { TallySpan } from '../play/shoppers/tally-keeper';
import { bringShoppers, buildStagedWorld, START_MS } from '../play/staged-world';
import { atStore } from '../play/staging/at-store';
import { disruptionsOf } from '../play/staging/disruptions';
import { stageFaults } from '../play/staging/stage-faults';
import { type PreparedAssembly, prepareAssembly } from '../play/world/prepared-assembly';
import type { World, WorldOptions } from '../play/world/world';
import { isStoreFault, type ScenarioFault } from '../scenario/fault';
import { faultSpan } from '../scenario/fault-span';
import type { Scenario } from '../scenario/scenario';
import { rangesAt, UNKNOWN_DEFAULTS, type UnknownValues } from '../unknowns/unknown-values';
import { stagePeople } from './stage-people';

/** What to rehearse. */
export interface RehearsalOptions {
  /** The folder of a cloud assembly, such as `cdk.out`, or what was read of it. */
  readonly assembly: string | PreparedAssembly;
  readonly scenario: Scenario;
  /** The same seed gives the same rehearsal. @default 1 */
  readonly seed?: number;
  /** What is taken for true of what AWS gives no number for. @default - the defaults of the table */
  readonly unknowns?: UnknownValues;
}

/**
 * Plays a scenario through an assembly on a virtual clock; a second time where the store was closed and only slow or
 * reworded.
 * @throws RehearsalError when the assembly can't be rehearsed; a missed budget is part of the verdict instead
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalResult> {
  const result = await play(options);
  if (!wouldServe(options.scenario) || !wasClosed(result)) {
    return result;
  }
  const { verdict } = await play(options, { staysOpen: true });
  return { ...result, lossWhenOpen: verdict.loss };
}

/** Whether the store would have served everybody all the same, late or in other words. */
const wouldServe = ({ faults }: Scenario): boolean =>
  faults.every(({ kind }) => kind === 'slow' || kind === 'reworded');

/** What happened since the start. A missing permission counts from then on, even if it was noticed earlier. */
const sinceStart = (events: readonly TimedEvent[]): readonly TimedEvent[] =>
  events
    .map((event) =>
      event.kind === 'permission' && event.atMs < START_MS ? { ...event, atMs: START_MS } : event,
    )
    .filter(({ atMs }) => atMs >= START_MS);

const wasClosed = ({ events }: RehearsalRecord): boolean =>
  events.some((event) => event.kind === 'dns-answer' && event.answer === 'SECONDARY');

async function play(
  options: RehearsalOptions,
  how: Pick<WorldOptions, 'staysOpen'> = {},
): Promise<RehearsalResult> {
  const { seed = 1, unknowns = UNKNOWN_DEFAULTS } = options;
  const assembly =
    typeof options.assembly === 'string' ? prepareAssembly(options.assembly) : options.assembly;
  const scenario = atStore(options.scenario, assembly.settings.paths);
  const staging: Staging = { scenario, seed, unknowns, felt: new Set() };
  const { world, clock } = await buildStagedWorld({
    assembly,
    seed,
    unknowns,
    faults: scenario.faults.filter(isStoreFault),
    ...(scenario.capacity && { capacity: scenario.capacity }),
    disruptions: (time) => disruptionsOf(scenario.faults, time),
    felt: staging.felt,
    ...how,
  });
  try {
    const span = spanOf(scenario, world);
    const population = stage(staging, world, span);
    await clock.runUntil(endOf(scenario));
    const record = { ...recordOf(staging, world), ...span, shoppers: population.tally };
    return { ...record, verdict: judgeRehearsal(record) };
  } finally {
    await world.close();
  }
}

/** A scenario that is about to be played. */
interface Staging {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly unknowns: UnknownValues;
  /** Gathers the faults that somebody or something met. */
  readonly felt: Set<ScenarioFault>;
}

type Span = TallySpan & Pick<RehearsalRecord, 'counted'>;

function spanOf({ faults }: Scenario, { timing }: World): Span {
  const atMs = (seconds: number) => START_MS + seconds * 1000;
  const { failsSeconds, repairedSeconds, counted } = faultSpan(faults, (fault) =>
    isSurelyNoticed(timing, fault),
  );
  return {
    startMs: START_MS,
    failsMs: atMs(failsSeconds),
    repairedMs: atMs(repairedSeconds),
    countsFromMs: atMs(counted.failsSeconds),
    counted: {
      failsMs: atMs(counted.failsSeconds),
      failsAgainMs: counted.failsAgainSeconds.map(atMs),
      repairedMs: atMs(counted.repairedSeconds),
      repairedAgainMs: counted.repairedAgainSeconds.map(atMs),
    },
  };
}

const endOf = ({ endSeconds }: Scenario): number => START_MS + endSeconds * 1000;

/** Puts faults, people and shoppers on the clock. */
function stage({ scenario, seed, felt }: Staging, world: World, span: TallySpan): Population {
  stageFaults(scenario.faults, { ...world, felt }, START_MS);
  stagePeople(scenario.people, world, START_MS);
  return bringShoppers(world, { seed, settings: scenario.shoppers, faults: scenario.faults, span });
}

function recordOf(
  { scenario, seed, unknowns, felt }: Staging,
  world: World,
): Omit<RehearsalRecord, keyof Span | 'shoppers'> {
  const { settings, coverage, cost, timing, contacts, log } = world;
  return {
    scenario,
    seed,
    unknowns,
    settings,
    endMs: endOf(scenario),
    events: sinceStart(log.events),
    unfelt: scenario.faults.filter((fault) => !felt.has(fault) && !bringsShoppers(fault, scenario)),
    promises: { timing, contacts, ...settings },
    coverage,
    cost,
    predicted: predictTimes(timing, scenario, rangesAt(unknowns)),
  };
}

const bringsShoppers = (fault: ScenarioFault, { shoppers }: Scenario): boolean =>
  fault.kind === 'spike' && fault.times > 1 && shoppers.arrivalsPerMinute > 0;
