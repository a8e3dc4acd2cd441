import { escapeXml } from '../escape-xml';
import { formatOffset } from '../format';
import type { ScenarioReport } from '../report-schema';

type Entry = ScenarioReport['timeline'][number];

/** What happened, line by line; a message unfolds into what its readers see, on every channel. */
export const story = ({ timeline }: ScenarioReport): string =>
  `<ol class="story">${timeline
    .map(
      (entry) =>
        `<li class="${entry.kind}"><span class="at">${formatOffset(entry.atMs)}</span><div>${textOf(entry)}</div></li>`,
    )
    .join('')}</ol>`;

function textOf({ text, body, otherForms = [] }: Entry): string {
  if (body === undefined) return escapeXml(text);
  const others = otherForms.map(
    ({ channel, body: form }) => `<p class="form">by ${escapeXml(channel)}</p>${quote(form)}`,
  );
  return `<details><summary>${escapeXml(text)}</summary>${quote(body)}${others.join('')}</details>`;
}

const quote = (text: string): string => `<pre tabindex="0">${escapeXml(text)}</pre>`;
