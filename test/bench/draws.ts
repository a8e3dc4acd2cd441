import { runsOf } from '../../lib/rehearsal/cli/play-all';
import type { Run } from '../../lib/rehearsal/cli/play-run';
import { processesFor, shareRuns } from '../../lib/rehearsal/cli/share-runs';
import { seededRandom } from '../../lib/rehearsal/kernel/clock/random';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';
import { drawUnknowns } from '../../lib/rehearsal/unknowns/unknown-values';

/** What came of a budget in some plays. */
export interface DrawnBudget {
  readonly what: string;
  readonly atMostMs: number;
  /** In how many plays it had to be kept. */
  readonly plays: number;
  readonly held: number;
  /** The middle and the worst of what was measured, where it happened. */
  readonly medianMs: number;
  readonly worstMs: number;
}

/** What came of plays with everything drawn that AWS does not tell. */
export interface DrawsBench {
  readonly draws: number;
  readonly scenario: string;
  readonly budgets: readonly DrawnBudget[];
  /** Predictions are right whatever is drawn: anything but 0 is a fault of the rehearsal. */
  readonly wrongPredictions: number;
}

/** Another seed than anything else has, so that draws go with no phases. */
const SEED = 4_000_037;

/** Plays a scenario so often, through the assemblies in turn, each time with another seed and with other values. */
export async function playDraws(assemblies: readonly string[], draws: number): Promise<DrawsBench> {
  const scenario = builtInScenario('origin refuses');
  const random = seededRandom(SEED);
  const chosen = runsOf({ assemblies, scenarios: [scenario], seed: 1 });
  const runs = Array.from({ length: draws }, (_, index): Run => {
    const run = chosen[index % chosen.length] ?? { assembly: '', scenario, seed: 1 };
    return { ...run, seed: index + 1, unknowns: drawUnknowns(random) };
  });
  const reports = await shareRuns(runs, processesFor(runs.length), () => undefined);
  const findings = reports.flatMap(({ scenarios }) => scenarios.flatMap((play) => play.findings));
  const budgets = findings.filter(({ kind }) => kind === 'budget');
  const names = [...new Set(budgets.map(({ what }) => what))];
  return {
    draws,
    scenario: scenario.name,
    budgets: names.map((what) => drawnBudget(what, budgets)),
    wrongPredictions: findings.filter(({ kind, passed }) => kind === 'prediction' && !passed).length,
  };
}

interface Kept {
  readonly what: string;
  readonly measured: number | null;
  readonly atMost: number;
  readonly passed: boolean;
}

function drawnBudget(what: string, findings: readonly Kept[]): DrawnBudget {
  const own = findings.filter((finding) => finding.what === what);
  const measured = own.flatMap((finding) => finding.measured ?? []).sort((a, b) => a - b);
  return {
    what,
    atMostMs: Math.max(...own.map(({ atMost }) => atMost)),
    plays: own.length,
    held: own.filter(({ passed }) => passed).length,
    medianMs: measured[Math.floor(measured.length / 2)] ?? Number.NaN,
    worstMs: measured.at(-1) ?? Number.NaN,
  };
}

/** One line for each budget, those that hold least often first. */
export function drawsLines({ draws, scenario, budgets, wrongPredictions }: DrawsBench): readonly string[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const byHeld = budgets.toSorted((a, b) => a.held / a.plays - b.held / b.plays);
  return [
    `${draws} draws of all that AWS does not tell, "${scenario}" in both topologies: ${wrongPredictions} predictions wrong`,
    ...byHeld.map(
      ({ what, held, plays, medianMs, worstMs, atMostMs }) =>
        `  ${what}: held in ${held} of ${plays}, half below ${seconds(medianMs)}, the worst ${seconds(worstMs)} of ${seconds(atMostMs)}`,
    ),
  ];
}
