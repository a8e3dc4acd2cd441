import { escapeHtml } from '../../../emergency-site/page/escape-html';
import type { InboxCopy, InboxMessage } from '../inbox';
import { formatWorldTime } from '../world-time';
import type { ControlState } from './control-state';

/** The parts of the control page that change, as HTML, by the id of the element that holds them. */
export const controlSections = (state: ControlState): Readonly<Record<string, string>> => ({
  clock: `${formatWorldTime(state.nowMs)} <span class="note">${state.speed}× wall time</span>`,
  store: store(state),
  'health-checks': healthChecks(state),
  dns: dnsAnswers(state),
  alarms: alarms(state),
  inbox: inbox(state),
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

const alarms = (state: ControlState): string =>
  list(
    state.alarms.map(({ name, state: alarmState, because }) =>
      row(name, badge(ALARM_TONES[alarmState], alarmState), alarmState === 'ALARM' ? because : ''),
    ),
  );

const inbox = (state: ControlState): string =>
  state.inbox.map(message).join('\n') ||
  '<p class="note">No message yet. Kill the store, and the first one comes within a few minutes of rehearsal time.</p>';

const ALARM_TONES = { ALARM: 'bad', OK: 'good', INSUFFICIENT_DATA: 'quiet' } as const;

const badge = (tone: 'good' | 'bad' | 'quiet', text: string): string =>
  `<span class="badge ${tone}">${escapeHtml(text.replace('_', ' '))}</span>`;

const list = (rows: readonly string[]): string => `<ul>${rows.join('\n')}</ul>`;

const row = (name: string, value: string, note = ''): string =>
  `<li><div class="row"><span>${escapeHtml(name)}</span>${value}</div>` +
  `${note && `<p class="note">${escapeHtml(note)}</p>`}</li>`;

const store = ({ store: { running, pid } }: ControlState): string =>
  running
    ? `${badge('good', 'running')} <span class="note">process ${pid}</span>`
    : `${badge('bad', 'down')} <span class="note">nothing listens on its port</span>`;

/** The e-mail stands for the message; other channels follow with a text of their own. */
function message({ atMs, topic, subject, copies }: InboxMessage): string {
  const shown = copies.find(({ protocol }) => protocol === 'email') ?? copies[0];
  const others = copies.filter((copy) => copy.body !== shown?.body);
  return [
    `<article><h3>${escapeHtml(subject || topic)}</h3>`,
    `<p class="note"><time>${formatWorldTime(atMs)}</time> from “${escapeHtml(topic)}” to ${copies.map(recipient).join(', ')}</p>`,
    `<pre>${escapeHtml(shown?.body ?? '')}</pre>`,
    ...others.map(
      (copy) => `<p class="note">As ${recipient(copy)} got it:</p><pre>${escapeHtml(copy.body)}</pre>`,
    ),
    '</article>',
  ].join('\n');
}

const recipient = ({ protocol, endpoint }: InboxCopy): string => escapeHtml(`${protocol} ${endpoint}`);

const timeline = ({ timeline: entries }: ControlState): string =>
  entries.length === 0
    ? '<p class="note">Nothing has happened yet.</p>'
    : `<ol>${entries
        .map(
          ({ atMs, text }) =>
            `<li><time>${formatWorldTime(atMs)}</time><span>${escapeHtml(text)}</span></li>`,
        )
        .join('\n')}</ol>`;
