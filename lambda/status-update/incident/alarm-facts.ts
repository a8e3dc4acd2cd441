import * as z from 'zod/mini';

/** The three states of a CloudWatch alarm. */
export const alarmStateSchema = z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']);

/** What is known of one alarm: its state, and since when it has been in it. */
export const alarmFactSchema = z.object({ state: alarmStateSchema, sinceMs: z.number() });

/** One alarm's state and the epoch in milliseconds of its last change. */
export type AlarmFact = Readonly<z.infer<typeof alarmFactSchema>>;

/** Facts by alarm name. An alarm without a fact has never been heard of. */
export type AlarmFacts = Readonly<Record<string, AlarmFact>>;

/**
 * The newest fact of each alarm. Events arrive twice and out of order, and DescribeAlarms may lag behind an event:
 * the time of the change decides, so a late fact never moves an alarm back.
 */
export function mergeFacts(known: AlarmFacts, seen: AlarmFacts): AlarmFacts {
  const newer = Object.entries(seen).filter(([name, fact]) => {
    const before = known[name];
    return before === undefined || fact.sinceMs > before.sinceMs;
  });
  return { ...known, ...Object.fromEntries(newer) };
}

/** The facts of the alarms in `names`: an alarm that a deployment removed must not keep an incident open. */
export function onlyFacts(facts: AlarmFacts, names: readonly string[]): AlarmFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)));
}
