import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type FunctionAssociation,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import {
  EMERGENCY_PAGE_PATH,
  EMERGENCY_PATH_PATTERN,
} from '../../../lambda/emergency-response/contract/paths';
import { unavailableResponses } from '../../emergency-site/error-responses';
import { acknowledgeDistribution, DISTRIBUTION_DEFAULTS } from '../../private/distribution-defaults';
import { mirroredBehaviors } from './mirrored-behaviors';
import { ORIGIN_FAILURE_STATUS_CODES } from './origin-failure';
import { sharedBehaviors } from './shared-behaviors';
import { SharingPolicies } from './sharing-policies';
import type { StoreDistributionProps } from './store-distribution-props';
import { storeOrigin } from './store-origin';
import { storeRequestFunction } from './store-request-function';

/** The one distribution of the `edge` topology: the store, the emergency site, and the mirrored and shared paths. */
export class StoreDistribution extends Distribution {
  constructor(scope: Construct, id: string, props: StoreDistributionProps) {
    // The id is older than the name: it is part of the logical ids.
    const policies = new SharingPolicies(scope, 'CachePolicies');
    super(scope, id, {
      ...DISTRIBUTION_DEFAULTS,
      comment: props.domainName,
      domainNames: [...props.names.shop],
      certificate: props.certificate,
      defaultBehavior: storeBehavior(props, storeRequestFunction(scope, props.topology)),
      // CloudFront tries them in this order, so the emergency site comes before anything the store's owner names.
      additionalBehaviors: {
        [EMERGENCY_PATH_PATTERN]: props.emergencySite.behavior(),
        ...mirroredBehaviors(props, policies),
        ...sharedBehaviors(props, policies),
      },
      errorResponses: unavailableResponses({
        statusCodes: ORIGIN_FAILURE_STATUS_CODES,
        pagePath: EMERGENCY_PAGE_PATH,
        ttl: props.topology.errorCachingTtl,
      }),
      publishAdditionalMetrics: props.publishAdditionalMetrics ? true : undefined,
    });
    acknowledgeDistribution(this);
  }
}

/**
 * Everything a store needs, and one origin: CloudFront refuses POST for a behavior with an origin group, but custom
 * error responses work for every method. The viewer's `Host` is forwarded, so TLS to the origin uses the shop's name.
 *
 * Nothing is kept, whatever the store sends. All visitors without a cookie would share one key, and get one `Set-Cookie`
 * with it: in an outage from any page, with a `max-age` or a 404 also while all is well. A policy of one's own with every
 * TTL at zero can't have keys, so that this is the managed one. With it CloudFront compresses nothing: the origin does.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
function storeBehavior(
  { names, topology }: StoreDistributionProps,
  functionAssociations: FunctionAssociation[],
): BehaviorOptions {
  return {
    origin: storeOrigin(names.origin, topology, { originId: 'store', use: 'anything' }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: false,
    functionAssociations,
  };
}
