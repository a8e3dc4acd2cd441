import type { MessageEvent, TimedEvent } from '../event-log';
import type { RehearsalRecord } from '../rehearsal';
import type { Phase, ShopperOutcome, ShopperTally } from '../shoppers/tally';
import { lastOf } from '../verdict/times';
import { describeEvent } from './describe-event';
import type { TimelineKind } from './report-schema';

/** One line of the story. */
export interface TimelineEntry {
  readonly atMs: number;
  /** Where it happened. */
  readonly kind: TimelineKind;
  readonly text: string;
  /** A message in full, as its reader sees it. */
  readonly body?: string;
}

/** What a story is made of. */
export type ToldRecord = Pick<RehearsalRecord, 'events' | 'shoppers'>;

/** The story of a rehearsal: every change once, and of what comes by the hundred the first or the last. */
export function timelineOf({ events, shoppers }: ToldRecord): readonly TimelineEntry[] {
  const entries = [...changes(events), ...messages(events), ...firsts(events), ...shopperFirsts(shoppers)];
  return entries.sort((a, b) => a.atMs - b.atMs);
}

function changes(events: readonly TimedEvent[]): readonly TimelineEntry[] {
  return events
    .filter(({ kind }) => kind !== 'message')
    .flatMap((event) => {
      const text = describeEvent(event);
      return text === undefined ? [] : [{ atMs: event.atMs, kind: kindOf(event), text }];
    });
}

function kindOf(event: TimedEvent): TimelineKind {
  switch (event.kind) {
    case 'fault':
      return event.phase === 'starts' ? 'fault' : 'repair';
    case 'alarm':
      return 'cloudwatch';
    case 'function':
      return 'lambda';
    case 'person':
      return 'person';
    case 'message':
      return 'message';
    case 'shopper':
      return 'shoppers';
    case 'resolver-switched':
      return 'dns';
    case 'probe-failed':
    case 'health-check':
    case 'dns-answer':
      return 'route53';
  }
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
            kind: 'message',
            text: `SNS: "${shown.topic}" by ${channels}: ${shown.subject}`,
            body: shown.body,
          },
        ]
      : [];
  });
}

const switched =
  (answer: string) =>
  (event: TimedEvent): boolean =>
    event.kind === 'resolver-switched' && event.answer === answer;

function firsts(events: readonly TimedEvent[]): readonly TimelineEntry[] {
  const failed = events.findIndex((event) => event.kind === 'fault' && event.phase === 'starts');
  const probe = events.find(({ kind }, index) => index > failed && kind === 'probe-failed');
  return [
    ...told('route53', [[probe, 'Route 53: the first health checker sees it']]),
    ...told('dns', [
      [events.findLast(switched('SECONDARY')), 'DNS: the last resolver has switched to SECONDARY'],
      [events.findLast(switched('PRIMARY')), 'DNS: the last resolver has switched back to PRIMARY'],
    ]),
  ];
}

function shopperFirsts(shoppers: ShopperTally): readonly TimelineEntry[] {
  const first = (phase: Phase, outcome: ShopperOutcome) => shoppers.phases[phase][outcome].first;
  const firstSinceFault = (outcome: ShopperOutcome) => first('fault', outcome) ?? first('after', outcome);
  return told('shoppers', [
    [firstSinceFault('emergency page'), 'Shoppers: the first one sees the emergency page'],
    [firstSinceFault('served stale'), 'Shoppers: the first one gets a page that CloudFront still had'],
    [firstSinceFault('raw error'), "Shoppers: the first one sees a browser's own error"],
    [firstSinceFault('gave up'), 'Shoppers: the first one has waited too long and leaves'],
    [firstSinceFault('POST lost'), 'Shoppers: the first order is lost'],
    [first('after', 'served fresh'), 'Shoppers: the first one is back in the store'],
    [lastOf(shoppers, 'after', ['emergency page', 'raw error']), 'Shoppers: the last one is kept out'],
  ]);
}

const told = (
  kind: TimelineKind,
  found: readonly (readonly [{ readonly atMs: number } | undefined, string])[],
): readonly TimelineEntry[] =>
  found.flatMap(([event, text]) => (event === undefined ? [] : [{ atMs: event.atMs, kind, text }]));
