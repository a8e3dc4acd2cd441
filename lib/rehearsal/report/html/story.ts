import { escapeXml } from '../../kernel/escape-xml';
import { formatOffset } from '../format';
import type { ScenarioReport } from '../report-schema';
import type { Repeated } from './repeated-messages';

type Entry = ScenarioReport['timeline'][number];

/** A longer story repeats itself: its beginning and its end are told. */
const MOST = { first: 35, last: 15 };

/**
 * What happened, line by line; a message unfolds into what its readers see, on every channel. Tags that HTML closes by
 * itself are left open: there are thousands of lines.
 */
export function story({ timeline, domainName }: ScenarioReport, repeated: Repeated): string {
  const list = (entries: readonly Entry[]): string =>
    `<ol class="story">${entries
      .map(
        (entry) =>
          `<li${classOf(entry)}><b>${formatOffset(entry.atMs)}</b>${textOf(entry, domainName, repeated)}`,
      )
      .join('\n')}</ol>`;
  const left = timeline.length - MOST.first - MOST.last;
  if (left <= 0) {
    return list(timeline);
  }
  return `${list(timeline.slice(0, MOST.first))}<p class="meta">${left} more ${left === 1 ? 'line' : 'lines'} in between: see report.json, or --verbose.</p>${list(timeline.slice(-MOST.last))}`;
}

const COLOURED: ReadonlySet<string> = new Set(['fault', 'repair', 'message', 'shoppers']);

const classOf = ({ kind }: Entry): string => (COLOURED.has(kind) ? ` class=${kind}` : '');

function textOf(entry: Entry, domainName: string, repeated: Repeated): string {
  const { text, body, otherForms = [] } = entry;
  if (body === undefined) {
    return escapeXml(shortened(text, domainName));
  }
  const earlier = repeated.get(entry);
  if (earlier !== undefined) {
    return `${escapeXml(text)} (reads as in <a href="${earlier.link}">${escapeXml(earlier.title)}</a>)`;
  }
  const others = otherForms.map(
    ({ channel, body: form }) => `<p class="form">by ${escapeXml(channel)}</p>${quote(form)}`,
  );
  return `<details><summary>${escapeXml(text)}</summary>${quote(withoutLinks(body))}${others.join('')}</details>`;
}

/** The page's heading names the store: its alarms and health checks need not, line by line. */
const shortened = (text: string, domainName: string): string =>
  text.replace(`health check "${domainName} `, 'health check "').replace(`alarm ${domainName}-`, 'alarm ');

const quote = (text: string): string => `<pre tabindex="0">${escapeXml(text)}</pre>`;

/** The addresses below a message are the same in each, and lead to nothing that was deployed. */
const withoutLinks = (body: string): string => body.replace(/\n\n(?:\S[^\n]*\nhttps:\/\/\S+(?:\n|$))+$/, '');
