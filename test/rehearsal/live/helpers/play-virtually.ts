import type { PredictedTimes } from '../../../../lib/rehearsal/judge/prediction/predicted-times';
import { rehearse } from '../../../../lib/rehearsal/run/rehearse';
import type { Scenario } from '../../../../lib/rehearsal/scenario/scenario';
import { ORIGIN_REFUSES } from '../../helpers/origin-refuses';
import { announces, type Play } from './play';
import { playedShopperGets } from './played-shopper';

/** Less than it takes until an incident is closed, and more than until it counts as over. */
const REST_SECONDS = 330;

/** How an outage is played on the virtual clock. */
export interface VirtualPlayOptions {
  readonly assembly: string;
  readonly seed: number;
  /** The outage to play again. It begins at the same moment of a minute and takes as long. */
  readonly like: Pick<Play, 'failsMs' | 'repairedMs'>;
}

/** A played outage, and what was said about it beforehand. */
export interface VirtualPlay extends Play {
  readonly predicted: PredictedTimes;
}

export async function playVirtually({ assembly, seed, like }: VirtualPlayOptions): Promise<VirtualPlay> {
  const scenario = refusesAsLongAs(like);
  const { events, startMs, failsMs, repairedMs, predicted } = await rehearse({ assembly, scenario, seed });
  const toldMs = (status: 'INVESTIGATING' | 'MONITORING') =>
    events.find(announces(status))?.atMs ?? Number.NaN;
  const [before = [], during = [], after = []] = await playedShopperGets(
    { assembly, scenario, seed, startMs },
    [failsMs - 1, toldMs('INVESTIGATING'), toldMs('MONITORING')],
  );
  return {
    events: events.filter(({ atMs }) => atMs >= failsMs),
    failsMs,
    repairedMs,
    got: { before, during, after },
    predicted,
  };
}

function refusesAsLongAs({ failsMs, repairedMs }: Pick<Play, 'failsMs' | 'repairedMs'>): Scenario {
  const fromSeconds = (failsMs % 60_000) / 1000;
  const toSeconds = fromSeconds + (repairedMs - failsMs) / 1000;
  const faults = ORIGIN_REFUSES.faults.map((fault) => ({ ...fault, fromSeconds, toSeconds }));
  return { ...ORIGIN_REFUSES, faults, endSeconds: toSeconds + REST_SECONDS };
}
