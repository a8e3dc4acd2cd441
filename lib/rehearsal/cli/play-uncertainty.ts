import { RehearsalError } from '../kernel/errors';
import type { Report, ScenarioReport } from '../report/report-schema';
import { breaksAnything, type SweptPlay, uncertaintyOf, type VariedPlay } from '../report/uncertainty';
import type { Uncertainty } from '../report/uncertainty-schema';
import { between, bothEnds, type Variation } from '../unknowns/sweep';
import { UNKNOWN_DEFAULTS } from '../unknowns/unknown-values';
import { type PlayPlan, runsOf } from './play-all';
import type { Run } from './play-run';
import type { Progress } from './progress';
import { processesFor, shareRuns } from './share-runs';

/** One run with one unknown beside its default. */
interface VariedRun extends Variation {
  readonly run: Run;
}

/** What is played beside the defaults. */
export interface Sweep {
  /** What was played at the defaults, of the same programme. */
  readonly usual: Report;
  /** @default - both ends of each unknown */
  readonly ends?: readonly Variation[];
  /** How many share the work. @default - one for each core, fewer for a few runs */
  readonly processes?: number;
}

/**
 * Plays each unknown alone at both ends of its range, and where that breaks something, some values in between to see
 * from where on.
 *
 * @throws RehearsalError when an assembly can't be rehearsed
 */
export async function playUncertainty(
  programme: PlayPlan,
  { usual, ends = bothEnds(UNKNOWN_DEFAULTS), processes }: Sweep,
  progress: Progress,
): Promise<Uncertainty> {
  const runs = runsOf(programme);
  let played = 0;
  const playVaried = async (varied: readonly VariedRun[], of: string): Promise<readonly VariedPlay[]> => {
    const total = played + varied.length;
    const reports = await shareRuns(
      varied.map(({ run, unknown, value }) => ({ ...run, unknowns: { [unknown]: value } })),
      processes ?? processesFor(varied.length),
      ({ scenario }) => {
        played += 1;
        progress.show(`${of}, ${played} of ${total}: ${scenario.name}`);
      },
    );
    return varied.map(({ unknown, value }, index) => ({ unknown, value, report: onlyOf(reports[index]) }));
  };
  try {
    const runsAtEnds = runs.flatMap((run) => ends.map((end) => ({ run, ...end })));
    const atEnds = await playVaried(runsAtEnds, 'Ends of what AWS leaves open');
    const breaking = runsAtEnds.filter((_, index) => breaks(usual, atEnds[index]));
    const inside = breaking.flatMap(({ run, ...end }) =>
      between(end, UNKNOWN_DEFAULTS).map((variation) => ({ run, ...variation })),
    );
    const within = await playVaried(inside, 'Between those that break something');
    return uncertaintyOf(usual.scenarios.map((scenario) => sweptBy(scenario, [...atEnds, ...within])));
  } finally {
    progress.clear();
  }
}

function onlyOf(report: Report | undefined): ScenarioReport {
  const [only] = report?.scenarios ?? [];
  if (only === undefined) {
    throw new RehearsalError('NOTHING_TO_REHEARSE', '--uncertainty: a play has no report; please report it');
  }
  return only;
}

const isSame = (a: ScenarioReport, b: ScenarioReport): boolean =>
  a.name === b.name && a.topology === b.topology && a.domainName === b.domainName;

const sweptBy = (usual: ScenarioReport, varied: readonly VariedPlay[]): SweptPlay => ({
  usual,
  varied: varied.filter(({ report }) => isSame(report, usual)),
});

function breaks({ scenarios }: Report, play: VariedPlay | undefined): boolean {
  const usual = play && scenarios.find((scenario) => isSame(scenario, play.report));
  return usual !== undefined && play !== undefined && breaksAnything(usual, play.report);
}
