import { type Block, paragraph, type Section, table } from '../../document/document';
import { dateTime, duration } from '../contract/times';
import type { AnnouncementKind } from '../state/announcement-kind';
import type { LoggedMessage } from '../state/logged-message';
import type { ReviewDue } from '../state/review-due';
import type { Evidence } from './evidence';

const TOLD: Readonly<Record<AnnouncementKind, string>> = {
  opened: 'it began',
  changed: 'it changed',
  still: 'it goes on (reminder)',
  recovered: 'every alarm is OK',
  relapsed: 'it is back',
  unstable: 'it comes and goes',
  resolved: 'it is over',
  said: "a person's words",
  retracted: "a person's words are taken back",
  acknowledged: 'somebody has it',
  escalated: 'nobody had acknowledged it: the second contact was called',
  overdue: 'a target had passed: the second contact was told',
  nudge: 'the person who speaks owes an update',
};

/** What a message told, in a few words. */
export const describeMessage = (kind: AnnouncementKind): string => TOLD[kind];

/** Every message, and whether it kept what the one before it had promised. */
export function communication({ updates }: ReviewDue, { messages }: Evidence): Section {
  const rows = messages.map((message, index) => [
    String(message.update),
    dateTime(message.atMs),
    describeMessage(message.kind),
    promise(message, messages[index - 1]),
  ]);
  return {
    heading: 'Communication',
    blocks: [
      paragraph(`On-call got ${updates} messages, reminders included.`),
      ...forgotten(updates - messages.length),
      table(['No.', 'At', 'What it told', 'Promised by'], rows),
    ],
  };
}

function forgotten(count: number): Block[] {
  return count > 0 ? [paragraph(`Not on record any more: the first ${count}.`)] : [];
}

/** What goes out beside the promised updates. */
const BESIDE: readonly AnnouncementKind[] = ['acknowledged', 'escalated', 'overdue', 'nudge'];

/** Whether a message kept what the one before it had promised; what goes out beside them leaves it to the next. */
function promise({ kind, atMs }: LoggedMessage, before: LoggedMessage | undefined): string {
  const promisedMs = before?.nextUpdateAtMs ?? null;
  if (promisedMs === null || BESIDE.includes(kind)) {
    return '';
  }
  const lateMs = atMs - promisedMs;
  return `${dateTime(promisedMs)}: ${lateMs > 0 ? `${duration(lateMs)} late` : 'kept'}`;
}
