import type { Decision } from './decisions';
import { formatExposure, formatImpossible } from './format-unknown';
import { MANY_PERCENT } from './hurt';
import type { Report, ReportFinding, ScenarioReport } from './report-schema';
import { isAtRisk, needsLuck, reachOf } from './summary';

/** Minutes and seconds since the start of the scenario: `+1:24.6`. */
export function formatOffset(ms: number): string {
  const tenths = Math.round(Math.abs(ms) / 100);
  const minutes = Math.floor(tenths / 600);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${ms < 0 ? '-' : '+'}${minutes}:${seconds}`;
}

/** A duration in seconds; `never` when the thing did not happen. */
export const formatDuration = (ms: number | null | undefined): string =>
  ms === undefined || ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`;

/** What was measured: a duration or a count. */
export const formatMeasured = ({ measured, unit }: Pick<ReportFinding, 'measured' | 'unit'>): string =>
  unit === 'ms' ? formatDuration(measured) : (measured?.toString() ?? 'never');

/** What would have passed: `at most 45.0 s`, `20.0 s to 32.0 s`, or `exactly 1`. */
export function formatAllowed({
  atLeast,
  atMost,
  unit,
}: Pick<ReportFinding, 'atLeast' | 'atMost' | 'unit'>): string {
  const most = formatMeasured({ measured: atMost, unit });
  if (atLeast > 0 && atLeast === atMost) {
    return `exactly ${most}`;
  }
  return atLeast > 0 ? `${formatMeasured({ measured: atLeast, unit })} to ${most}` : `at most ${most}`;
}

/** A budget that held, and that bad luck may miss: `, may take 217.0 s`. Empty for any other finding. */
export const formatRisk = (finding: ReportFinding): string =>
  isAtRisk(finding) ? `, may take ${formatMeasured({ measured: reachOf(finding), unit: finding.unit })}` : '';

/** `on-call has a message: may take 217.0 s, allowed 180.0 s (hangs, edge); change it by budgets.alertSeconds` */
export function describeRisk({
  what,
  made,
  worst: { scenario, finding },
  changedBy,
}: Pick<Decision, 'what' | 'made' | 'worst' | 'changedBy'>): string {
  const [may, allowed] = [finding.mayReach, finding.atMost].map((measured) =>
    formatMeasured({ measured, unit: finding.unit }),
  );
  const luck = needsLuck(finding) ? `may take ${may}, allowed ${allowed}` : `allowed ${allowed}`;
  const open = (finding.exposedTo ?? []).slice(0, 1).map((exposure) => `; ${formatExposure(exposure)}`);
  return `${what}: ${luck} (${titleOf(scenario)})${open.join('')}${impossibleIn(made)}${formatChangedBy({ changedBy })}`;
}

/** `; impossible from 159 s on`: the first value that makes it so in any play. */
function impossibleIn(made: Decision['made']): string {
  const [first] = made
    .flatMap(({ finding: { exposedTo = [] } }) => exposedTo)
    .filter(({ missesFrom }) => missesFrom !== null)
    .sort((a, b) => (a.missesFrom ?? 0) - (b.missesFrom ?? 0));
  const text = first && formatImpossible(first);
  return text === undefined ? '' : `; ${text}`;
}

/**
 * What the outage may have cost, worded as the estimate it is. Messages and reviews know no requests that never came, so
 * they name an upper bound: as if nobody had bought anything from the first failing datapoint to the last alarm's OK.
 */
export function formatLoss({ whenOpen, ...loss }: ScenarioReport['loss']): string {
  const lost = formatLost(loss);
  return whenOpen === undefined ? lost : `${lost}; had the store stayed open: ${formatLost(whenOpen)}`;
}

function formatLost({ minutes, money }: Omit<ScenarioReport['loss'], 'whenOpen'>): string {
  const lost = `about ${minutes.toFixed(1)} minutes of sales, by the share of requests kept out`;
  return money === null ? lost : `${lost}, an estimated ${formatMoney(money.amount, money.currency)}`;
}

const formatMoney = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);

/** `hangs, dns` */
export const titleOf = ({ name, topology }: { readonly name: string; readonly topology: string }): string =>
  `${name}, ${topology}`;

/** Where several faults leave open what times count from: that. Undefined: they do not. */
export function formatCounted({
  faults,
  counted: { fromMs, toMs },
}: Pick<ScenarioReport, 'faults' | 'counted'>): string | undefined {
  if (faults.length === 1) {
    return undefined;
  }
  const begins = faults.find((fault) => fault.fromMs === fromMs);
  const why = begins === undefined ? '' : ` (${begins.text})`;
  return `times count from the fault at ${formatOffset(fromMs)}${why}, and from the repair at ${formatOffset(toMs)}`;
}

/** What did not hold, one plain clause each. */
export const missesOf = ({ findings }: Pick<ScenarioReport, 'findings'>): readonly string[] =>
  findings.filter(({ passed }) => !passed).map((finding) => `${finding.what}: ${describeMiss(finding)}`);

/** `never, allowed at most 180.0 s; change it by onCall.emails`: what came, what would have passed, what to do. */
export const describeMiss = (finding: ReportFinding): string =>
  `${formatMeasured(finding)}, allowed ${formatAllowed(finding)}${formatChangedBy(finding)}`;

const formatChangedBy = ({ changedBy }: { readonly changedBy: readonly string[] }): string =>
  changedBy.length === 0 ? '' : `; change it by ${changedBy.join(', ')}`;

/** What "held" leaves open: `20 hurt many shoppers (20 % or more), 16 with known gaps, ..., 44 budgets at risk`. */
export const formatSummary = ({
  summary: { hurt, knownGaps, widenedBudgets, atRisk },
}: Pick<Report, 'summary'>): string =>
  `${hurt} ${hurt === 1 ? 'hurts' : 'hurt'} many shoppers (${MANY_PERCENT} % or more), ${knownGaps} with known gaps, ${widenedBudgets} with wider budgets of their own, ${atRisk} ${atRisk === 1 ? 'budget' : 'budgets'} at risk`;

/** What a stack of the topology `other` is held to: a reader of a miss has to know what was promised, and by whom. */
export const NOT_OURS =
  'this stack was not made by Understudy; it is held to what is expected of "edge" and to the default budgets, but need not tell of incidents';
