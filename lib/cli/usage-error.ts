/** A mistake on the command line; its message names the option and the value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
