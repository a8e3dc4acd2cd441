import type { Rehearsal } from '../rehearsal/run/rehearse-app';
import { describeRehearsal } from './describe-rehearsal';

/** What jest and vitest want to know of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for `expect.extend` of jest and vitest: `expect(await rehearse(app)).toHold()` passes when every budget,
 * expectation and prediction held in every scenario.
 */
export const rehearsalMatchers = {
  toHold(received: unknown): MatcherResult {
    const rehearsal = requireRehearsal(received, 'toHold');
    return { pass: rehearsal.passed, message: () => describeRehearsal(rehearsal) };
  },
};

/**
 * The same without a matcher, for `node:test` and others.
 * @throws Error that tells which budgets were missed, and what changes them
 */
export function assertHolds(rehearsal: Rehearsal): void {
  const { passed } = requireRehearsal(rehearsal, 'assertHolds');
  if (!passed) {
    throw new Error(describeRehearsal(rehearsal));
  }
}

function requireRehearsal(received: unknown, where: string): Rehearsal {
  const { report, command } = (received ?? {}) as Partial<Rehearsal>;
  if (typeof report === 'object' && typeof command === 'function') {
    return received as Rehearsal;
  }
  const got = received instanceof Promise ? 'a promise' : JSON.stringify(received)?.slice(0, 60);
  throw new TypeError(`${where}: needs what rehearse resolves to, got ${got}; write "await rehearse(app)"`);
}

declare global {
  /** Of @types/jest. Without that package this is a name that nothing uses. */
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: @types/jest declares it like this, and both must be alike
    interface Matchers<R, T = {}> {
      /** Whether every budget, expectation and prediction of a rehearsal held. */
      toHold(): R;
    }
  }
}
