import {
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  type ResponseHeadersCorsBehavior,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';

/**
 * What the emergency site's own URLs get, which nobody waits for. On the shop's own URLs every byte counts against the
 * first round trip, so they get nothing of it: the page carries its Content-Security-Policy itself, by hash, which leaves
 * no frame and no foreign script in it that could ask for a camera; its type is stated, so nothing is sniffed; and what
 * the `Referrer-Policy` says is what browsers of today do without one. Who may show it in a frame, a function says.
 *
 * `Strict-Transport-Security` is left out on purpose: browsers remember it for the store's name long after the outage, so
 * the store decides on it.
 * @param frameAncestors from `frameAncestors`
 * @see https://www.w3.org/TR/referrer-policy/#default-referrer-policy
 */
export const siteSecurityHeaders = (frameAncestors: string): ResponseSecurityHeadersBehavior => ({
  contentSecurityPolicy: { contentSecurityPolicy: frameAncestors, override: true },
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
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#understanding-response-headers-policies-remove-headers
 */
export const NOBODY_READS = ['accept-ranges', 'x-amz-server-side-encryption', 'x-amz-version-id'];
