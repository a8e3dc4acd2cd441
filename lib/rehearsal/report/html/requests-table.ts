import { escapeXml } from '../escape-xml';
import { titleOf } from '../format';
import type { ScenarioReport } from '../report-schema';
import { STACK } from './outcome-style';

const MINUTE_MS = 60_000;

/** The chart of requests as a table: the same numbers, by the minute. */
export function requestsTable({ overTime: { bucketMs, counts }, ...scenario }: ScenarioReport): string {
  const per = Math.max(1, Math.round(MINUTE_MS / bucketMs));
  const length = Math.max(...STACK.map(({ outcome }) => counts[outcome].length));
  const minutes = Array.from({ length: Math.ceil(length / per) }, (_, minute) => minute);
  const cells = (minute: number) =>
    STACK.map(({ outcome }) => {
      const count = counts[outcome].slice(minute * per, (minute + 1) * per).reduce((a, b) => a + b, 0);
      return `<td>${count}</td>`;
    }).join('');
  return `<details class="numbers"><summary>The same as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Requests per minute: ${escapeXml(titleOf(scenario))}"><table>
<thead><tr><th scope="col">minute</th>${STACK.map(({ outcome }) => `<th scope="col">${outcome}</th>`).join('')}</tr></thead>
<tbody>${minutes.map((minute) => `<tr><th scope="row">${minute}</th>${cells(minute)}</tr>`).join('')}</tbody>
</table></div></details>`;
}
