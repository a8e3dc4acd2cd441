import type { VerifyFinding } from '../verify/finding';

/** A table, what is wrong at its end, where a terminal shows it. */
export function describeFindings(
  findings: readonly VerifyFinding[],
  allIsWell = 'All is as deployed.',
): string {
  const wrong = findings.filter(({ ok }) => !ok);
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  const warned = findings.filter(({ ok, warns }) => ok && warns);
  const well = findings.filter(({ ok, warns }) => ok && !warns);
  const lines = [...well, ...warned, ...wrong].map(
    (finding) => `${markOf(finding)}  ${finding.subject.padEnd(width)}  ${finding.detail}`,
  );
  const summary = [
    wrong.length === 0 ? allIsWell : `${wrong.length} of ${findings.length} are wrong.`,
    ...(warned.length === 0 ? [] : [`Warnings: ${warned.length}.`]),
  ].join(' ');
  return [...lines, '', summary].join('\n');
}

const markOf = ({ ok, warns }: VerifyFinding): string => (ok ? (warns ? 'WARN ' : 'ok   ') : 'WRONG');
