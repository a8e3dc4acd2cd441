/** One header that a response headers policy sets. */
export interface PolicyHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** Also over one that the origin sent. */
  readonly override: boolean;
}

/** A response headers policy. */
export interface ResponseHeadersPolicy {
  readonly set: readonly PolicyHeader[];
  /** In lower case. */
  readonly remove: readonly string[];
}

/**
 * The headers of a response that a response headers policy applies to, from the cache or from the origin. It removes
 * first and adds then: a header that it both removes and sets is set.
 *
 * @param headers Of the response: lower-case names, one value each.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function withPolicyHeaders(
  policy: ResponseHeadersPolicy,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const result: Record<string, string> = { ...headers };
  for (const name of policy.remove) {
    delete result[name];
  }
  // Without override, the origin's own header stays.
  for (const { name, value, override } of policy.set) {
    if (override || !(name in result)) {
      result[name] = value;
    }
  }
  return result;
}

/** What a response headers policy would apply to: an answer from the cache or an origin, or one in place of it. */
export interface PolicyResponse {
  readonly isCustomErrorPage: boolean;
  /** CloudFront made it by itself: an error without an origin's response. */
  readonly madeByCloudFront: boolean;
}

/**
 * Whether the response headers policy of the matched cache behavior applies. AWS says that it does to responses from the
 * cache and from the origin. Emulation: to nothing else; which policy reaches a custom error page is not documented, and
 * of answers that a function or CloudFront makes AWS does not speak.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html
 */
export const responseHeadersPolicyApplies = (response: PolicyResponse): boolean =>
  !response.isCustomErrorPage && !response.madeByCloudFront;
