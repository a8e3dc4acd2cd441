/**
 * How often the schedule wakes the function. The rule in `StatusUpdates` has the same rate. Every minute, because
 * promises are kept to the minute: the end of the hold, the next update, and the nudge two minutes before it.
 */
export const TICK_MINUTES = 1;
