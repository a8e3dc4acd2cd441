import { AllowedMethods, type BehaviorOptions, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { SharingPolicies } from './sharing-policies';
import type { StoreDistributionProps } from './store-distribution-props';
import { storeOrigin } from './store-origin';

/**
 * One cache behavior for each path pattern that the owner shares: the store answers, CloudFront keeps one copy for
 * everybody and shows it while the store is down. No cookie goes either way and, for want of an origin request policy,
 * no header that is not in the cache key, so that an answer can't be made for one shopper. Without uploads, CloudFront
 * answers a form that is sent there with 403, which is why validation refuses what it can know to be a form's path.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html
 */
export function sharedBehaviors(
  { names, topology }: StoreDistributionProps,
  policies: SharingPolicies,
): Record<string, BehaviorOptions> {
  const patterns = topology.sharedPathPatterns ?? [];
  if (patterns.length === 0) {
    return {};
  }
  const behavior: BehaviorOptions = {
    origin: storeOrigin(names.origin, topology, { originId: 'store-shared', use: 'reading' }),
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    cachePolicy: policies.shared,
    responseHeadersPolicy: policies.noSetCookie,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  };
  return Object.fromEntries(patterns.map((pattern) => [pattern, behavior]));
}
