import { escapeHtml } from '../../../page/escape-html';
import { formatWorldTime } from '../world-time';
import { inboxSection } from './control-inbox';
import type { ControlState } from './control-state';

/** The parts of the control page that change, as HTML, by the id of the element that holds them. */
export const controlSections = (state: ControlState): Readonly<Record<string, string>> => ({
  clock: `${formatWorldTime(state.nowMs)} <span class="note">${state.speed}× wall time</span>`,
  store: store(state),
  'health-checks': healthChecks(state),
  dns: dnsAnswers(state),
  alarms: alarms(state),
  inbox: inboxSection(state),
  visit: visit(state),
  timeline: timeline(state),
});

const healthChecks = (state: ControlState): string =>
  list(
    state.healthChecks.map(({ name, healthy }) =>
      row(name, healthy ? badge('good', 'healthy') : badge('bad', 'unhealthy')),
    ),
  );

const dnsAnswers = (state: ControlState): string =>
  list(
    state.dnsAnswers.map(({ recordName, answer, address }) =>
      row(recordName, badge(answer === 'PRIMARY' ? 'good' : 'bad', answer), address),
    ),
  );

/** What is wrong first; what is well is counted, and unfolds. */
function alarms({ alarms: all }: ControlState): string {
  const well = all.filter(({ state }) => state === 'OK');
  const others = all.filter(({ state }) => state !== 'OK');
  const folded =
    well.length === 0
      ? ''
      : `<details data-key="well"><summary>${badge('good', `${well.length} OK`)}</summary>${list(well.map(alarm))}</details>`;
  return `${others.length === 0 ? '' : list(others.map(alarm))}${folded}`;
}

const alarm = ({ name, state, because }: ControlState['alarms'][number]): string =>
  row(name, badge(ALARM_TONES[state], state), state === 'ALARM' ? because : '');

const ALARM_TONES = { ALARM: 'bad', OK: 'good', INSUFFICIENT_DATA: 'quiet' } as const;

const badge = (tone: 'good' | 'bad' | 'quiet', text: string): string =>
  `<span class="badge ${tone}">${escapeHtml(text.replace('_', ' '))}</span>`;

const list = (rows: readonly string[]): string => `<ul>${rows.join('\n')}</ul>`;

const row = (name: string, value: string, note = ''): string =>
  `<li><div class="row"><span>${escapeHtml(name)}</span>${value}</div>` +
  `${note && `<p class="note">${escapeHtml(note)}</p>`}</li>`;

const store = ({ store: { running, pid } }: ControlState): string =>
  running
    ? `<span data-running="true">${badge('good', 'running')}</span> <span class="note">process ${pid}</span>`
    : `<span data-running="false">${badge('bad', 'down')}</span> <span class="note">nothing listens on its port</span>`;

/** What the shop last was for a shopper: the one who watches. */
function visit({ visit: last }: ControlState): string {
  if (last === undefined) {
    return '<span class="note">You have not looked at it yet.</span>';
  }
  const tone = last.outcome === 'served fresh' ? 'good' : 'bad';
  return `${badge(tone, last.outcome)} <span class="note">${escapeHtml(last.url)} at <time>${formatWorldTime(last.atMs)}</time>: ${escapeHtml(last.because)}</span>`;
}

/** So many entries of the timeline stand open. */
const NEWEST = 20;

function timeline({ timeline: entries }: ControlState): string {
  if (entries.length === 0) {
    return '<p class="note">Nothing has happened yet.</p>';
  }
  const lines = (some: ControlState['timeline']) =>
    `<ol>${some
      .map(
        ({ atMs, text }) => `<li><time>${formatWorldTime(atMs)}</time><span>${escapeHtml(text)}</span></li>`,
      )
      .join('\n')}</ol>`;
  const earlier = entries.slice(NEWEST);
  return earlier.length === 0
    ? lines(entries)
    : `${lines(entries.slice(0, NEWEST))}<details data-key="earlier"><summary>${earlier.length} earlier</summary>${lines(earlier)}</details>`;
}
