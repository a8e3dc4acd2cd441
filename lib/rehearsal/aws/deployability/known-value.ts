import { RehearsalError } from '../../kernel/errors';
import { isIntrinsic } from '../assembly/intrinsic-functions';
import { UNKNOWN } from './limit';

/** Deeper than any property of a resource that has limits. */
const MOST_LEVELS = 50;

/**
 * A value as far as it is known before a deployment, with {@link UNKNOWN} in the place of what is not.
 *
 * @param resolve evaluates intrinsic functions, and throws a RehearsalError for what it can't
 */
export function knownValue(value: unknown, resolve: (value: unknown) => unknown, depth = 0): unknown {
  if (depth > MOST_LEVELS) {
    return UNKNOWN;
  }
  try {
    return resolve(value);
  } catch (error) {
    if (!(error instanceof RehearsalError)) {
      throw error;
    }
  }
  if (Array.isArray(value)) {
    return value.map((item) => knownValue(item, resolve, depth + 1));
  }
  if (typeof value !== 'object' || value === null) {
    return UNKNOWN;
  }
  const entries = Object.entries(value);
  return entries.some(([name]) => isIntrinsic(name))
    ? UNKNOWN
    : Object.fromEntries(entries.map(([name, inner]) => [name, knownValue(inner, resolve, depth + 1)]));
}

/** Whether anything in a value is not known. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) {
    return true;
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnknown);
}
