import { lastOf } from '../judge/verdict/times';
import type { TimedEvent } from '../kernel/event-log';
import { groupBy } from '../kernel/group-by';
import type { ShopperOutcome } from '../kernel/shopper-outcome';

import type { Phase, ShopperTally } from '../record/tally';
import { describeEvent } from './describe-event';
import { messageEntries } from './message-entries';
import type { TimelineKind } from './report-schema';
import type { TimelineEntry, ToldRecord } from './timeline-entry';

/** The story of a rehearsal: every change once, and of what comes by the hundred the first or the last. */
export function timelineOf({ events, shoppers }: ToldRecord): readonly TimelineEntry[] {
  const entries = [
    ...foldFailures(changes(events)),
    ...messageEntries(events),
    ...firsts(events),
    ...shopperFirsts(shoppers),
  ];
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

/** A function that fails every minute would drown the story: its first failure of a kind tells how many there were. */
function foldFailures(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const failures = groupBy(entries.filter(isFailure), ({ text }) => text);
  const folded = failures.map(([first, ...others]) =>
    others.length === 0 ? first : { ...first, text: `${first.text} (${others.length + 1} times)` },
  );
  return [...entries.filter((entry) => !isFailure(entry)), ...folded];
}

const isFailure = ({ kind }: TimelineEntry): boolean => kind === 'lambda';

function kindOf(event: TimedEvent): TimelineKind {
  switch (event.kind) {
    case 'fault':
      return event.phase === 'starts' ? 'fault' : 'repair';
    case 'alarm':
      return 'cloudwatch';
    case 'function':
    case 'permission':
      return 'lambda';
    case 'person':
      return 'person';
    case 'message':
    case 'unheard':
      return 'message';
    case 'shopper':
      return 'shoppers';
    case 'resolver-switched':
    case 'resolver-slept':
      return 'dns';
    case 'probe-failed':
    case 'health-check':
    case 'dns-answer':
      return 'route53';
  }
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
