import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  type ResponseHeadersCorsBehavior,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';

/**
 * What a page that asks nothing of the shopper needs. `Strict-Transport-Security` is left out on purpose: browsers
 * remember it for the store's name long after the outage, so the store decides on it.
 *
 * Every byte counts against the first round trip, so the shop's own URLs get no more than this: the page carries its
 * Content-Security-Policy itself, by hash, which leaves no frame and no foreign script that could ask for a camera.
 */
export const SECURITY_HEADERS: ResponseSecurityHeadersBehavior = {
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
};

/** The same for the emergency site's own URLs, which nobody waits for, with what a page can't say by itself. */
export const SITE_SECURITY_HEADERS: ResponseSecurityHeadersBehavior = {
  ...SECURITY_HEADERS,
  contentSecurityPolicy: { contentSecurityPolicy: "frame-ancestors 'none'", override: true },
};

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
