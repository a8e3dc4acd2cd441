import * as z from 'zod/mini';

/** The three states of a CloudWatch alarm. */
export const alarmStateSchema = z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']);

/** What is known of one alarm: its state, and since when it has been in it. */
export const alarmFactSchema = z.object({ state: alarmStateSchema, sinceMs: z.number() });

/** One alarm's state and the epoch in milliseconds of its last change. */
export type AlarmFact = Readonly<z.infer<typeof alarmFactSchema>>;

/** Facts by alarm name. An alarm without a fact has never been heard of. */
export type AlarmFacts = Readonly<Record<string, AlarmFact>>;
