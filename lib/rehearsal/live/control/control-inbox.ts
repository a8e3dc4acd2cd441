import { escapeHtml } from '../../../page/escape-html';
import { NO_TOPIC } from '../../kernel/event-log';
import type { InboxCopy, InboxMessage } from '../inbox';
import { formatWorldTime } from '../world-time';
import type { ControlState } from './control-state';

/** So many messages stand open; earlier ones are folded up. */
const NEWEST = 5;

/** The on-call inbox, newest first, as HTML. */
export function inboxSection({ inbox }: ControlState): string {
  if (inbox.length === 0) {
    return '<p class="note">No message yet. Kill the store, and the first one comes within a few minutes of rehearsal time.</p>';
  }
  const earlier = inbox.slice(NEWEST);
  const count = inbox.length === 1 ? '1 message' : `${inbox.length} messages, newest first`;
  return [
    `<p class="note">${count}</p>`,
    ...inbox.slice(0, NEWEST).map(message),
    ...(earlier.length === 0
      ? []
      : [
          `<details data-key="earlier"><summary>${earlier.length} earlier</summary>`,
          ...earlier.map(message),
          '</details>',
        ]),
  ].join('\n');
}

/** The e-mail stands for the message; other channels follow with a text of their own, those for programs folded up. */
function message({ atMs, topic, subject, copies }: InboxMessage): string {
  const shown = copies.find(({ protocol }) => protocol === 'email') ?? copies[0];
  const others = copies.filter((copy) => copy.body !== shown?.body);
  return [
    `<article><h3>${escapeHtml(subject || topic)}</h3>`,
    `<p class="note"><time>${formatWorldTime(atMs)}</time> from “${escapeHtml(topic)}” to ${copies.map(recipient).join(', ')}</p>`,
    shown === undefined ? '' : bodyOf(shown, { atMs, topic }, 'What it got'),
    ...others.map((copy) => otherForm(copy, { atMs, topic })),
    '</article>',
  ].join('\n');
}

type Of = Pick<InboxMessage, 'atMs' | 'topic'>;

const otherForm = (copy: InboxCopy, of: Of): string =>
  isForPrograms(copy, of)
    ? bodyOf(copy, of, `As ${copy.protocol} ${copy.endpoint} got it`)
    : `<p class="note">As ${recipient(copy)} got it:</p><pre>${escapeHtml(copy.body)}</pre>`;

/** What only programs read is folded up: it is long, and says the same. */
function bodyOf(copy: InboxCopy, of: Of, summary: string): string {
  const text = `<pre>${escapeHtml(copy.body)}</pre>`;
  if (!isForPrograms(copy, of)) {
    return text;
  }
  const key = escapeHtml(`${of.atMs} ${copy.protocol} ${copy.endpoint}`);
  return `<details data-key="${key}"><summary class="note">${escapeHtml(summary)}</summary>${text}</details>`;
}

const isForPrograms = ({ protocol }: InboxCopy, { topic }: Of): boolean =>
  topic === NO_TOPIC || protocol === 'http' || protocol === 'https';

const recipient = ({ protocol, endpoint }: InboxCopy): string => escapeHtml(`${protocol} ${endpoint}`);
