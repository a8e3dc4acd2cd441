/** Everything that can stop a rehearsal. A missed budget is a finding, not an error. */
export type RehearsalErrorCode =
  | 'ASSEMBLY_NOT_FOUND'
  | 'ASSET_NOT_FOUND'
  | 'FUNCTION_FAILED'
  | 'INVALID_OPTION'
  | 'INVALID_SCENARIO'
  | 'INVALID_TEMPLATE'
  | 'NOTHING_TO_REHEARSE'
  | 'NOT_DEPLOYABLE'
  | 'OUTSIDE_ASSEMBLY'
  | 'PORT_IN_USE'
  | 'STORE_NOT_CHOSEN'
  | 'SYNTH_FAILED'
  | 'UNKNOWN_PARAMETER'
  | 'UNRESOLVED_INTRINSIC'
  | 'UNSUPPORTED_PROPERTY'
  | 'UNSUPPORTED_RESOURCE'
  | 'WORLD_BUSY'
  | 'WORLD_CLOSED';

/** Stops a rehearsal. `message` is meant to be read by the person who ran it. */
export class RehearsalError extends Error {
  override readonly name = 'RehearsalError';

  constructor(
    readonly code: RehearsalErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/**
 * Reads a property with a rule's parser, whose errors begin with the property's name.
 * @param resource `stack/logicalId`, put in front of such an error
 * @throws RehearsalError UNSUPPORTED_PROPERTY
 */
export function readProperty<T>(resource: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RehearsalError('UNSUPPORTED_PROPERTY', `${resource}.${reason}`, { cause: error });
  }
}
