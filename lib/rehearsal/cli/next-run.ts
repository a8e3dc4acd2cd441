import type { Run } from './play-run';

/** Runs in the order to hand them out: the longest first, so that at the end nobody waits long for the others. */
export const longestFirst = (runs: readonly Run[]): readonly Run[] =>
  [...runs].sort((a, b) => b.scenario.endSeconds - a.scenario.endSeconds);

/**
 * What a process plays next: the assembly that it has played before, whose bundles it has loaded and compiled by then,
 * else one that nobody has begun, else whatever is left.
 * @param last the assembly that it has played, if any
 * @param begun assemblies that some process has begun
 */
export const nextRun = (
  waiting: readonly Run[],
  last: string | undefined,
  begun: ReadonlySet<string>,
): Run | undefined =>
  waiting.find(({ assembly }) => assembly === last) ??
  waiting.find(({ assembly }) => !begun.has(assembly)) ??
  waiting[0];
