import type { DailyCounter } from '../state/daily-counter';
/** The counter after one more. */
export function countOne(counter: DailyCounter, nowMs: number): DailyCounter {
  const day = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '');
  return { day, count: day === counter.day ? counter.count + 1 : 1 };
}

/** The newest id, `INC-YYYYMMDD-NN`: the same in all messages about one incident or window. */
export function dailyId(prefix: 'INC' | 'MNT', { day, count }: DailyCounter): string {
  return `${prefix}-${day}-${String(count).padStart(2, '0')}`;
}
