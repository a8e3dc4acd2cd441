/** The time of this machine. Whatever decides by the time is handed it, so that rehearsals and tests have their own. */
export const wallNowMs = (): number => Date.now();

/** For how long something takes, in milliseconds: nobody sets this clock. */
export const steadyNowMs = (): number => performance.now();

/**
 * Calls once after a time.
 *
 * @returns prevents it
 */
export function after(delayMs: number, then: () => void): () => void {
  const timer = setTimeout(then, delayMs);
  return () => clearTimeout(timer);
}

/** Resolves after a time. */
export const pause = (delayMs: number): Promise<void> => new Promise((resolve) => after(delayMs, resolve));
