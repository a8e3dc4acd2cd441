import { mergeFacts, onlyFacts } from '../../../../lambda/status-update/incident/alarm-facts';

describe('alarm state', () => {
  test.each([
    ['an older fact leaves it', 99, 'OK'],
    ['a fact of the same time leaves it', 100, 'OK'],
    ['a newer fact replaces it', 101, 'ALARM'],
  ] as const)('%s', (_, sinceMs, state) => {
    const merged = mergeFacts({ a: { state: 'OK', sinceMs: 100 } }, { a: { state: 'ALARM', sinceMs } });
    expect(merged['a']?.state).toBe(state);
  });

  test('keeps what only one side knows', () => {
    const merged = mergeFacts({ a: { state: 'OK', sinceMs: 1 } }, { b: { state: 'ALARM', sinceMs: 2 } });
    expect(Object.keys(merged)).toEqual(['a', 'b']);
  });

  test('forgets alarms that are no longer watched', () => {
    const facts = { a: { state: 'OK', sinceMs: 1 }, gone: { state: 'ALARM', sinceMs: 1 } } as const;
    expect(onlyFacts(facts, ['a'])).toEqual({ a: { state: 'OK', sinceMs: 1 } });
  });
});
