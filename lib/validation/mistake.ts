/** What is wrong with one prop. */
export interface Mistake {
  /** The prop's path as the user wrote it, for example `healthChecks.endpoints[0].path`. */
  readonly prop: string;
  /** Completes the sentence "the prop ...", for example `must start with a slash`. */
  readonly problem: string;
  /** What was found there. */
  readonly got: unknown;
  /** What is allowed, or what to do. */
  readonly remedy: string;
}

/** One line of text about a mistake. */
export function describeMistake({ prop, problem, got, remedy }: Mistake): string {
  return `${prop}: ${problem}, got ${show(got)}; ${remedy}`;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
