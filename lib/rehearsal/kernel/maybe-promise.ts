/**
 * What is there already, or will be. Whatever a virtual clock plays is there already, but for functions and their
 * services: a promise for each step of a million requests would take longer than the steps.
 */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value: at once when it is there, in the same turn, and else as soon as it is. */
export const thenNow = <T, R>(
  value: MaybePromise<T>,
  goOn: (value: T) => MaybePromise<R>,
): MaybePromise<R> => (value instanceof Promise ? value.then(goOn) : goOn(value));
