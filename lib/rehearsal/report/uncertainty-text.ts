import { formatMeasured } from './format';
import { describeUnknown, formatUnknown } from './format-unknown';
import type { ReportFinding } from './report-schema';
import type { Uncertainty } from './uncertainty-schema';

type SweptFinding = Uncertainty['findings'][number];
type SweptUnknown = Uncertainty['unknowns'][number];

/** The unknowns that have any influence on what was played. */
export const matterIn = ({ unknowns }: Uncertainty): readonly SweptUnknown[] =>
  unknowns.filter(({ moves, breaks }) => moves.length > 0 || breaks > 0);

/** `on-call has a message (hangs, dns): 85.6 s of 180.0 s; held at the default, missed when ... is 120 s: 204.5 s` */
export function openText(finding: SweptFinding): string {
  const { what, scenario, topology, unit, brokenBy, atMost } = finding;
  const amount = (measured: number | null) =>
    formatMeasured({ measured, unit: unit as ReportFinding['unit'] });
  const missed = brokenBy.map(({ unknown, holdsAt, missedAt, measured }) => {
    const [holds, breaks] = [holdsAt, missedAt].map((value) => formatUnknown(unknown, value));
    return `${describeUnknown(unknown)} is ${breaks}: ${amount(measured)} (with ${holds} it still holds)`;
  });
  return `${what} (${scenario}, ${topology}): ${amount(finding.measured)} of ${amount(atMost)}; held at the default, missed when ${missed.join('; or when ')}`;
}

/** `9 of 10 budgets hold over the whole range; 1 missed already at the default` */
export function heldText({ findings }: Uncertainty): string {
  const budgets = findings.filter(({ kind }) => kind === 'budget');
  const held = budgets.filter(({ held }) => held === 'over the range');
  const missed = budgets.filter(({ held }) => held === 'not at the default').length;
  const rest = missed === 0 ? '' : `; ${missed} missed already at the default`;
  return `${held.length} of ${budgets.length} budgets hold over the whole range${rest}`;
}

/** `the delay of a Route 53 metric ... (0 s to 180 s, taken as 30 s): breaks 5; moves "on-call has a message" by 154.7 s` */
export function rankText({ name, moves: [most], breaks }: SweptUnknown): string {
  const parts = [
    ...(breaks > 0 ? [`breaks ${breaks}`] : []),
    ...(most === undefined
      ? []
      : [
          `moves "${most.what}" by up to ${(most.byMs / 1000).toFixed(1)} s (${most.scenario}, ${most.topology})`,
        ]),
  ];
  return `${describeUnknown(name)}: ${parts.join('; ')}`;
}
