import type { ForwardingPolicies } from './origin-request';

/** Whether a cache behavior sends the origin any cookies, by its cache policy or its origin request policy. */
export const forwardsCookies = ({ cachePolicy, originRequestPolicy }: ForwardingPolicies): boolean =>
  cachePolicy.cookies.kind !== 'none' || originRequestPolicy.cookies.kind !== 'none';

/**
 * The headers of an origin's response as CloudFront takes them. Where it forwards no cookies, it removes `Set-Cookie`.
 * Where it does, it keeps the header with the object and sends it to everybody who gets the object from the cache.
 *
 * @param headers Lower-case names, one value each.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Cookies.html
 */
export function acceptedHeaders(
  policies: ForwardingPolicies,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (headers['set-cookie'] === undefined || forwardsCookies(policies)) {
    return headers;
  }
  const { 'set-cookie': _removed, ...others } = headers;
  return others;
}
