import type { AlarmFacts } from '../state/alarm-facts';
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
