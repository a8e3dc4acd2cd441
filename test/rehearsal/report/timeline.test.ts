import type { RehearsalEvent, TimedEvent } from '../../../lib/rehearsal/kernel/event-log';
import { timelineOf } from '../../../lib/rehearsal/report/timeline';
import { aTally, type GivenVisit } from '../helpers/a-tally';

const at = (atMs: number, event: RehearsalEvent): TimedEvent => ({ ...event, atMs });
const starts: RehearsalEvent = { kind: 'fault', phase: 'starts', text: 'the origin refuses connections' };
const ends: RehearsalEvent = { kind: 'fault', phase: 'ends', text: 'the store is repaired' };
const record = (events: readonly TimedEvent[], visits: readonly GivenVisit[] = []) => ({
  events,
  shoppers: aTally({ startMs: 0, failsMs: 1, repairedMs: 4 }, visits),
});
const texts = (events: readonly TimedEvent[]) => timelineOf(record(events)).map(({ text }) => text);

describe('timeline', () => {
  test('tells the first emergency page only, and who is kept out last', () => {
    const visits = [
      { atMs: 2, outcome: 'emergency page' },
      { atMs: 3, outcome: 'emergency page' },
      { atMs: 5, outcome: 'emergency page' },
      { atMs: 6, outcome: 'served fresh' },
    ] as const;
    expect(timelineOf(record([at(1, starts), at(4, ends)], visits))).toEqual([
      { atMs: 1, kind: 'fault', text: 'FAULT: the origin refuses connections' },
      { atMs: 2, kind: 'shoppers', text: 'Shoppers: the first one sees the emergency page' },
      { atMs: 4, kind: 'repair', text: 'REPAIR: the store is repaired' },
      { atMs: 5, kind: 'shoppers', text: 'Shoppers: the last one is kept out' },
      { atMs: 6, kind: 'shoppers', text: 'Shoppers: the first one is back in the store' },
    ]);
  });

  test('says nothing of shoppers who saw the emergency page before the fault', () => {
    const early = record([at(1, starts)], [{ atMs: 0, outcome: 'emergency page' }]);
    expect(timelineOf(early).map(({ text }) => text)).toEqual(['FAULT: the origin refuses connections']);
  });

  test('tells when the last resolver has switched, there and back', () => {
    const switched = (resolver: string, answer: 'PRIMARY' | 'SECONDARY'): RehearsalEvent => ({
      kind: 'resolver-switched',
      resolver,
      answer,
    });
    const events = [
      at(1, starts),
      at(2, switched('a', 'SECONDARY')),
      at(3, switched('b', 'SECONDARY')),
      at(4, ends),
      at(5, switched('a', 'PRIMARY')),
      at(6, switched('b', 'PRIMARY')),
    ];
    expect(timelineOf(record(events)).filter(({ text }) => text.startsWith('DNS'))).toEqual([
      { atMs: 3, kind: 'dns', text: 'DNS: the last resolver has switched to SECONDARY' },
      { atMs: 6, kind: 'dns', text: 'DNS: the last resolver has switched back to PRIMARY' },
    ]);
  });

  test('tells of a function only when it fails', () => {
    const ran = (outcome: 'succeeded' | 'failed'): RehearsalEvent => ({
      kind: 'function',
      name: 'F',
      outcome,
      because: 'x',
    });
    expect(texts([at(1, ran('succeeded')), at(2, ran('failed'))])).toEqual(['Lambda: F failed: x']);
  });

  test('tells once of a function that fails again and again', () => {
    const failed = (because: string): RehearsalEvent => ({
      kind: 'function',
      name: 'F',
      outcome: 'failed',
      because,
    });
    const events = [at(1, failed('x')), at(2, failed('y')), at(3, failed('x'))];
    expect(texts(events)).toEqual(['Lambda: F failed: x (2 times)', 'Lambda: F failed: y']);
  });
});
