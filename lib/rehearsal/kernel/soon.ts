/**
 * What is there already, or will be. Whatever a virtual clock plays is there already, but for functions and their
 * services: a promise for each step of a million requests would take longer than the steps.
 */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value: at once when it is there, in the same turn, and else as soon as it is. */
export const soon = <T, R>(value: Soon<T>, goOn: (value: T) => Soon<R>): Soon<R> =>
  value instanceof Promise ? value.then(goOn) : goOn(value);
