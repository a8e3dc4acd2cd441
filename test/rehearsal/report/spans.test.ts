import type { RehearsalEvent, TimedEvent } from '../../../lib/rehearsal/kernel/event-log';
import { spansOf } from '../../../lib/rehearsal/report/spans';

const at = (atMs: number, event: RehearsalEvent): TimedEvent => ({ ...event, atMs });
const answer = (recordName: string, side: 'PRIMARY' | 'SECONDARY'): RehearsalEvent => ({
  kind: 'dns-answer',
  recordName,
  answer: side,
  because: '',
});
const alarm = (to: 'ALARM' | 'OK', suppresses = false): RehearsalEvent => ({
  kind: 'alarm',
  alarmName: 'down',
  from: to === 'OK' ? 'ALARM' : 'OK',
  to,
  because: '',
  suppresses,
});
const spans = (...events: readonly TimedEvent[]) => spansOf({ events, startMs: 100, endMs: 1_000 });

describe('spans', () => {
  test('last while at least one name is answered with SECONDARY', () => {
    const { secondary } = spans(
      at(200, answer('a', 'SECONDARY')),
      at(300, answer('b', 'SECONDARY')),
      at(400, answer('a', 'PRIMARY')),
      at(500, answer('b', 'PRIMARY')),
      at(600, answer('a', 'SECONDARY')),
      at(700, answer('a', 'PRIMARY')),
    );
    expect(secondary).toEqual([
      { fromMs: 100, toMs: 400 },
      { fromMs: 500, toMs: 600 },
    ]);
  });

  test('last to the end when nothing ends them', () => {
    expect(spans(at(250, alarm('ALARM'))).alarm).toEqual([{ fromMs: 150, toMs: 900 }]);
  });

  test('leave out alarms that only hold back the actions of others', () => {
    expect(spans(at(250, alarm('ALARM', true))).alarm).toEqual([]);
  });

  test('do not begin with what ends', () => {
    expect(spans(at(250, alarm('OK')))).toEqual({ secondary: [], alarm: [] });
  });
});
