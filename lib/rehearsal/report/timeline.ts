import type { MessageEvent, TimedEvent } from '../event-log';
import { describeEvent } from './describe-event';

/** One line of the story. */
export interface TimelineEntry {
  readonly atMs: number;
  readonly text: string;
  /** A message in full, as its reader sees it. */
  readonly body?: string;
}

/** The story of a rehearsal: every change once, and of what comes by the hundred the first or the last. */
export function timelineOf(events: readonly TimedEvent[]): readonly TimelineEntry[] {
  const entries = [...changes(events), ...messages(events), ...firsts(events)];
  return entries.sort((a, b) => a.atMs - b.atMs);
}

function changes(events: readonly TimedEvent[]): readonly TimelineEntry[] {
  return events
    .filter(({ kind }) => kind !== 'message')
    .map((event) => ({ atMs: event.atMs, text: describeEvent(event) }))
    .filter((entry): entry is TimelineEntry => entry.text !== undefined);
}

/** One entry for a message, however many people get it; the e-mail's text stands for the others. */
function messages(events: readonly TimedEvent[]): readonly TimelineEntry[] {
  const sent = events.filter((event): event is TimedEvent & MessageEvent => event.kind === 'message');
  const publications = new Map<string, (TimedEvent & MessageEvent)[]>();
  for (const message of sent) {
    const key = `${message.atMs} ${message.topic}`;
    publications.set(key, [...(publications.get(key) ?? []), message]);
  }
  return [...publications.values()].flatMap((copies) => {
    const shown = copies.find(({ protocol }) => protocol === 'email') ?? copies[0];
    const channels = [...new Set(copies.map(({ protocol }) => protocol))].join(', ');
    return shown
      ? [
          {
            atMs: shown.atMs,
            text: `SNS: "${shown.topic}" by ${channels}: ${shown.subject}`,
            body: shown.body,
          },
        ]
      : [];
  });
}

type Pick = (event: TimedEvent) => boolean;

const fault =
  (phase: 'starts' | 'ends'): Pick =>
  (event) =>
    event.kind === 'fault' && event.phase === phase;
const shopper =
  (...outcomes: string[]): Pick =>
  (event) =>
    event.kind === 'shopper' && outcomes.includes(event.outcome);
const switched =
  (answer: string): Pick =>
  (event) =>
    event.kind === 'resolver-switched' && event.answer === answer;

function firsts(events: readonly TimedEvent[]): readonly TimelineEntry[] {
  const failed = events.slice(Math.max(0, events.findIndex(fault('starts'))));
  const repairIndex = events.findIndex(fault('ends'));
  const repaired = repairIndex < 0 ? [] : events.slice(repairIndex);
  const found: readonly (readonly [TimedEvent | undefined, string])[] = [
    [failed.find(({ kind }) => kind === 'probe-failed'), 'Route 53: the first health checker sees it'],
    [failed.find(shopper('emergency page')), 'Shoppers: the first one sees the emergency page'],
    [failed.find(shopper('stale page')), 'Shoppers: the first one gets a page that CloudFront still had'],
    [failed.find(shopper('raw error')), "Shoppers: the first one sees a browser's own error"],
    [events.findLast(switched('SECONDARY')), 'DNS: the last resolver has switched to SECONDARY'],
    [repaired.find(shopper('store')), 'Shoppers: the first one is back in the store'],
    [events.findLast(switched('PRIMARY')), 'DNS: the last resolver has switched back to PRIMARY'],
    [repaired.findLast(shopper('emergency page', 'raw error')), 'Shoppers: the last one is kept out'],
  ];
  return found.flatMap(([event, text]) => (event === undefined ? [] : [{ atMs: event.atMs, text }]));
}
