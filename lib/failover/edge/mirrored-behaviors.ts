import {
  AllowedMethods,
  type BehaviorOptions,
  CachedMethods,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { OriginGroup } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ORIGIN_FAILURE_STATUS_CODES } from './origin-failure';
import type { SharingPolicies } from './sharing-policies';
import type { StoreDistributionProps } from './store-distribution-props';
import { storeOrigin } from './store-origin';

/**
 * Paths with a second home in the emergency bucket, under the same key: the store's documents, and what its owner
 * mirrors. Neither origin gets the viewer's `Host` (S3 would answer 403), so the store must serve these paths under the
 * origin's name too, with a certificate for it.
 * A path that the store fails to serve and that is not in the bucket ends in S3's 403: mirror what the pattern covers.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export function mirroredBehaviors(
  props: StoreDistributionProps,
  policies: SharingPolicies,
): Record<string, BehaviorOptions> {
  const patterns = [...props.emergencySite.documentPaths, ...(props.topology.mirroredPathPatterns ?? [])];
  if (patterns.length === 0) {
    return {};
  }
  const behavior: BehaviorOptions = {
    origin: new OriginGroup({
      primaryOrigin: storeOrigin(props.names.origin, props.topology, {
        originId: 'store-mirrored',
        use: 'reading',
      }),
      fallbackOrigin: props.emergencySite.origin('mirror'),
      fallbackStatusCodes: ORIGIN_FAILURE_STATUS_CODES,
    }),
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    // OPTIONS fails over only when it is a cached method.
    cachedMethods: CachedMethods.CACHE_GET_HEAD_OPTIONS,
    cachePolicy: policies.mirrored,
    originRequestPolicy: OriginRequestPolicy.CORS_S3_ORIGIN,
    responseHeadersPolicy: policies.noSetCookie,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  };
  return Object.fromEntries(patterns.map((pattern) => [pattern, behavior]));
}
