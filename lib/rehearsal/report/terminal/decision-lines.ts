import { type Decision, missedIn, risksIn } from '../decisions';
import { describeMiss, describeRisk, titleOf } from '../format';
import { knownGapsOf, playsOf } from '../known-gaps';
import type { Report } from '../report-schema';
import { type TerminalStyle, wrap } from './style';

/** What has to be decided: first what was missed, then what bad luck may exceed, a kind of finding each. */
export function decisionLines(report: Report, style: TerminalStyle): readonly string[] {
  const { red, yellow } = style.colors;
  const lines = [
    ...missedIn(report).flatMap((decision) => painted(`MISS ${missText(decision)}`, style, red)),
    ...risksIn(report).flatMap((decision, index, all) =>
      painted(`WARN ${riskText(decision, all[index - 1])}`, style, yellow),
    ),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

const INDENT = 5;

/** Further lines stand below the text, not below the mark, which is painted. */
function painted(text: string, { width }: TerminalStyle, paint: (text: string) => string): readonly string[] {
  const [first = '', ...rest] = wrap(text, 0, width - INDENT, width);
  return [`${paint(first.slice(0, INDENT))}${first.slice(INDENT)}`, ...rest.map((line) => `     ${line}`)];
}

function missText({ what, made, worst, changedBy }: Decision): string {
  const others = made.length - 1;
  const more = others === 0 ? '' : ` and ${others} ${others === 1 ? 'other' : 'others'}`;
  return `${titleOf(worst.scenario)}${more}: ${what}: ${describeMiss({ ...worst.finding, changedBy: [...changedBy] })}`;
}

const riskText = (decision: Decision, above: Decision | undefined): string =>
  `${decision.made.length === 1 ? '' : `${decision.made.length}x `}${describeRisk({ ...decision, changedBy: changeBeside(decision, above) })}`;

/** What changes a risk, in short where most of it stands in the line above, and not again where all of it does. */
function changeBeside({ changedBy }: Decision, above: Decision | undefined): readonly string[] {
  const isAbove = (prop: string) => above?.changedBy.includes(prop) ?? false;
  const others = changedBy.filter((prop) => !isAbove(prop));
  if (others.length === 0) {
    return [];
  }
  return changedBy.length - others.length > others.length ? ['the same', ...others] : changedBy;
}

/** More than these are counted, and told where everything is. */
const MOST_GAPS = 3;

/** What the stack is known not to do: in words where there is room. */
export function gapLines({ scenarios }: Report, all: boolean, { width }: TerminalStyle): readonly string[] {
  const gaps = knownGapsOf(scenarios);
  if (!all && gaps.length > MOST_GAPS) {
    return wrap(
      `gap: ${gaps.length} known gaps, in words with --verbose and in report.html (--out)`,
      0,
      width,
    );
  }
  return gaps.flatMap((gap) => wrap(`gap: ${playsOf(gap)}: ${gap.text}`, 0, width));
}
