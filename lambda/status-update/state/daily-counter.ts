import * as z from 'zod/mini';

/** How many were numbered on the last day that had one, by UTC date `YYYYMMDD`. */
export const dailyCounterSchema = z.object({ day: z.string(), count: z.number() });

/** The counter behind the ids of incidents, or of maintenance windows. */
export type DailyCounter = Readonly<z.infer<typeof dailyCounterSchema>>;
