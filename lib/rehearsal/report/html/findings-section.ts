import { escapeXml } from '../../kernel/escape-xml';
import { formatAllowed, formatMeasured, formatRisk } from '../format';
import type { ReportFinding, ScenarioReport } from '../report-schema';
import { isAtRisk } from '../summary';

/** What was missed and what is at risk, then the budgets that held, row by row; what else held in a sentence. */
export function findingsSection({ findings }: ScenarioReport): string {
  const held = findings.filter((finding) => finding.passed && !isAtRisk(finding));
  const rows = [
    ...findings.filter(({ passed }) => !passed),
    ...findings.filter(isAtRisk),
    ...held.filter(({ kind }) => kind === 'budget'),
  ];
  return `<table class="findings">
<thead><tr><th scope=col>what<th scope=col>measured<th scope=col>allowed<th scope=col>held</thead>
<tbody>${rows.map(findingRow).join('\n')}</table>${alsoHeld(held)}`;
}

function alsoHeld(held: readonly ReportFinding[]): string {
  const expected = held.filter(({ kind }) => kind === 'expectation');
  const none = expected.filter(({ measured, atMost }) => measured === 0 && atMost === 0);
  const some = expected
    .filter((finding) => !none.includes(finding))
    .map((finding) => `${finding.what}: ${formatMeasured(finding)} (${formatAllowed(finding)})`);
  const predicted = held.filter(({ kind }) => kind === 'prediction').length;
  const parts = [
    ...some,
    ...(none.length === 0 ? [] : [`${none.length} counts that must be 0 were 0`]),
    ...(predicted === 0 ? [] : [`${predicted} times were as arithmetic predicts them`]),
  ];
  return parts.length === 0 ? '' : `<p class="meta">Also held: ${escapeXml(parts.join('; '))}.</p>`;
}

const findingRow = (finding: ReportFinding): string =>
  `<tr><th scope=row>${escapeXml(finding.what)}${changedBy(finding)}<td>${formatMeasured(finding)}<td>${formatAllowed(finding)}${formatRisk(finding)}<td>${heldMark(finding)}`;

/** What to do about a miss. */
const changedBy = ({ passed, changedBy: props }: ReportFinding): string =>
  passed || props.length === 0 ? '' : `<br><small>change it by ${escapeXml(props.join(', '))}</small>`;

function heldMark(finding: ReportFinding): string {
  if (!finding.passed) {
    return '<strong class="no">no</strong>';
  }
  return isAtRisk(finding) ? '<strong class="at-risk">with luck</strong>' : 'yes';
}
