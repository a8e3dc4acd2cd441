import * as z from 'zod/mini';

/** How many incidents were opened on the last day that had one, by UTC date `YYYYMMDD`. */
export const incidentCounterSchema = z.object({ day: z.string(), count: z.number() });

/** The counter behind incident ids. */
export type IncidentCounter = Readonly<z.infer<typeof incidentCounterSchema>>;

/** The counter after one more incident. */
export function countIncident(counter: IncidentCounter, nowMs: number): IncidentCounter {
  const day = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '');
  return { day, count: day === counter.day ? counter.count + 1 : 1 };
}

/** The id of the newest incident, `INC-YYYYMMDD-NN`: the same in all messages of one incident. */
export function incidentId(counter: IncidentCounter): string {
  return `INC-${counter.day}-${String(counter.count).padStart(2, '0')}`;
}
