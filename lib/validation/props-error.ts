/** Props that can't be deployed. `message` is meant to be read without a stack trace, by the person who wrote them. */
export class PropsError extends Error {
  override readonly name = 'PropsError';
}

/**
 * Refuses mistakes, all of them at once.
 * @param where what was given, such as `props`
 * @throws PropsError at synth, with one line per mistake, when there is one
 */
export function requireNone(subject: string, where: string, mistakes: readonly string[]): void {
  if (mistakes.length === 0) {
    return;
  }
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  throw new PropsError([`${subject}: ${count} in the ${where}`, ...mistakes].join('\n  '));
}
