import * as z from 'zod/mini';

/** How many were numbered on the last day that had one, by UTC date `YYYYMMDD`. */
export const dailyCounterSchema = z.object({ day: z.string(), count: z.number() });

/** The counter behind the ids of incidents, or of maintenance windows. */
export type DailyCounter = Readonly<z.infer<typeof dailyCounterSchema>>;

/** The counter after one more. */
export function countOne(counter: DailyCounter, nowMs: number): DailyCounter {
  const day = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '');
  return { day, count: day === counter.day ? counter.count + 1 : 1 };
}

/** The newest id, `INC-YYYYMMDD-NN`: the same in all messages about one incident or window. */
export function dailyId(prefix: 'INC' | 'MNT', { day, count }: DailyCounter): string {
  return `${prefix}-${day}-${String(count).padStart(2, '0')}`;
}
