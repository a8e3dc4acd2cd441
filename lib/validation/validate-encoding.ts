import { describeMistake } from './mistake';
import { isUnknown } from './unknown';

/**
 * Whether a path has what a request's first line can't carry. Browsers encode it, and so it stands wherever the path is
 * compared with another.
 */
export function validateEncoding(prop: string, got: string): string[] {
  const encoded = got.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
  if (isUnknown(got) || encoded === got) {
    return [];
  }
  const problem = 'must be percent-encoded, as browsers send it';
  return [describeMistake({ prop, problem, got, remedy: `write ${encoded}` })];
}
