import { MINUTE_MS } from '../../kernel/clock/units';
import { escapeXml } from '../../kernel/escape-xml';
import { titleOf } from '../format';
import type { ScenarioReport } from '../report-schema';
import { STACK } from './outcome-style';

/** More rows than these are summed up. */
const MOST_ROWS = 10;

/** The chart of requests as a table: the same numbers, by the minute, of the outcomes that there were. */
export function requestsTable({ overTime: { bucketMs, counts }, ...scenario }: ScenarioReport): string {
  const length = Math.max(...STACK.map(({ outcome }) => counts[outcome].length));
  const minutes = Math.max(1, Math.ceil((length * bucketMs) / MINUTE_MS / MOST_ROWS));
  const per = Math.max(1, Math.round((minutes * MINUTE_MS) / bucketMs));
  const rows = Array.from({ length: Math.ceil(length / per) }, (_, row) => row);
  const columns = STACK.filter(({ outcome }) => counts[outcome].some((count) => count > 0));
  const cells = (row: number) =>
    columns.map(({ outcome }) => `<td>${sum(counts[outcome].slice(row * per, (row + 1) * per))}`).join('');
  return `<details class="numbers"><summary>The same as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Requests over time: ${escapeXml(titleOf(scenario))}"><table>
<thead><tr><th scope="col">from minute${columns.map(({ outcome }) => `<th scope=col>${outcome}`).join('')}</thead>
<tbody>${rows.map((row) => `<tr><th scope=row>${row * minutes}${cells(row)}`).join('')}</table></div></details>`;
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
