import {
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  type ResponseHeadersCorsBehavior,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';

/**
 * For the shop's own URLs. Every byte counts there against the first round trip, so they get only what the page can't say
 * itself: it carries the rest of its Content-Security-Policy by hash, which leaves no frame and no foreign script in it
 * that could ask for a camera. Its type is stated, so nothing is sniffed; and what a `Referrer-Policy` would say is what
 * browsers do without one.
 *
 * `Strict-Transport-Security` is left out on purpose: browsers remember it for the store's name long after the outage, so
 * the store decides on it.
 * @param frameAncestors from `frameAncestors`
 * @see https://www.w3.org/TR/referrer-policy/#default-referrer-policy
 */
export const shopSecurityHeaders = (frameAncestors: string): ResponseSecurityHeadersBehavior => ({
  contentSecurityPolicy: { contentSecurityPolicy: frameAncestors, override: true },
});

/** For the emergency site's own URLs, which nobody waits for: the same, and what browsers of long ago need said. */
export const siteSecurityHeaders = (frameAncestors: string): ResponseSecurityHeadersBehavior => ({
  ...shopSecurityHeaders(frameAncestors),
  contentTypeOptions: { override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
});

/** Nothing here asks for a camera, and nothing that gets in shall. */
export const PERMISSIONS_POLICY: ResponseCustomHeader = {
  header: 'Permissions-Policy',
  value: 'camera=(), microphone=(), geolocation=()',
  override: true,
};

/** The status, its summary and the feeds are for everybody, so that pages of other hosts may read them, too. */
export const PUBLIC_FILES: ResponseHeadersCorsBehavior = {
  accessControlAllowCredentials: false,
  accessControlAllowHeaders: ['*'],
  accessControlAllowMethods: ['GET', 'HEAD'],
  accessControlAllowOrigins: ['*'],
  originOverride: true,
};

/**
 * What S3 says of its objects and nobody reads. It would take 75 of the bytes that a page in one language may
 * have, and tells strangers how the bucket is kept.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#understanding-response-headers-policies-remove-headers
 */
export const NOBODY_READS = ['accept-ranges', 'x-amz-server-side-encryption', 'x-amz-version-id'];
