/** What an origin's response says about caching. */
export interface CacheControl {
  /** `no-store`, `no-cache` or `private` is there. */
  readonly forbidsCaching: boolean;
  /** `max-age`, in seconds. @default - absent or not a number */
  readonly maxAge?: number;
  /** `s-maxage`, in seconds. @default - absent or not a number */
  readonly sharedMaxAge?: number;
  /** `stale-if-error`, in seconds. @default - absent or not a number */
  readonly staleIfError?: number;
  /** `stale-while-revalidate`, in seconds. @default - absent or not a number */
  readonly staleWhileRevalidate?: number;
}

const FORBIDDING = ['no-store', 'no-cache', 'private'];

/**
 * Reads the `Cache-Control` header of a response.
 *
 * @param headers Lower-case names, one value each.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-5.2
 * @see https://www.rfc-editor.org/rfc/rfc5861
 */
export function parseCacheControl(headers: Readonly<Record<string, string>>): CacheControl {
  const text = headers['cache-control'] ?? '';
  const known = parsed.get(text);
  if (known !== undefined) {
    return known;
  }
  const made = parse(text);
  parsed.set(text, made);
  return made;
}

/** A store has few different ones, and every request asks for one of them. */
const parsed = new Map<string, CacheControl>();

function parse(text: string): CacheControl {
  const directives = new Map<string, string>();
  for (const directive of text.split(',')) {
    const [name = '', value = ''] = directive.split('=', 2);
    directives.set(name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1'));
  }
  const seconds = (name: string) => {
    const value = directives.get(name) ?? '';
    return /^\d+$/.test(value) ? Number(value) : undefined;
  };
  return {
    forbidsCaching: FORBIDDING.some((name) => directives.has(name)),
    maxAge: seconds('max-age'),
    sharedMaxAge: seconds('s-maxage'),
    staleIfError: seconds('stale-if-error'),
    staleWhileRevalidate: seconds('stale-while-revalidate'),
  };
}

/**
 * The seconds for which an origin wants its response cached.
 *
 * @returns undefined where the response says nothing.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#expiration-individual-objects
 */
export function statedLifetime(headers: Readonly<Record<string, string>>, nowMs: number): number | undefined {
  const { maxAge, sharedMaxAge } = parseCacheControl(headers);
  // `s-maxage` goes before `max-age`, and that before `Expires`.
  const stated = sharedMaxAge ?? maxAge;
  const expires = headers['expires'];
  if (stated !== undefined || expires === undefined) {
    return stated;
  }
  // A date that can't be read has passed already, says the RFC.
  const expiresMs = Date.parse(expires);
  return Number.isNaN(expiresMs) ? 0 : Math.max(0, (expiresMs - nowMs) / 1_000);
}
