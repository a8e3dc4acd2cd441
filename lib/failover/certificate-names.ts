import { isUnknown } from '../validation/unknown';
import { type NamedStore, shopNames } from './shop-names';

/**
 * How long ACM allows a certificate's first name to be; the others may have any length that a host name may have.
 *
 * @see https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
 */
export const MAX_FIRST_NAME_LENGTH = 64;

/** Whether a name may come first in a certificate. */
export const mayComeFirst = (name: string): boolean =>
  isUnknown(name) || name.length <= MAX_FIRST_NAME_LENGTH;

/** The names of the stack's own certificate: in the order of the store, but one first that ACM takes there. */
export function certificateNames(store: NamedStore): string[] {
  const names = [...shopNames(store).shop];
  const first = names.find(mayComeFirst);
  return first === undefined ? names : [first, ...names.filter((name) => name !== first)];
}
