/** Props that can't be deployed. `message` is meant to be read alone by whoever wrote them, without a stack trace. */
export class PropsError extends Error {
  override readonly name = 'PropsError';
}
