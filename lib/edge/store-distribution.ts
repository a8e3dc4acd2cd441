import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachedMethods,
  Distribution,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { OriginGroup } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { acknowledgeDistribution, DISTRIBUTION_DEFAULTS } from '../distribution-defaults';
import type { EmergencySite } from '../emergency-site/emergency-site';
import { unavailableResponses } from '../emergency-site/error-responses';
import { EMERGENCY_PAGE_PATH, EMERGENCY_PATH_PATTERN } from '../emergency-site/paths';
import { shopNames } from '../shop-names';
import type { EdgeTopology } from '../understudy-props';
import { CachePolicies } from './cache-policies';
import { storeOrigin } from './store-origin';

/** The store behind CloudFront. */
export interface StoreDistributionProps {
  readonly domainName: string;
  readonly topology: EdgeTopology;
  /** Covers every name of the shop. */
  readonly certificate: ICertificate;
  readonly emergencySite: EmergencySite;
  /** Whether CloudFront also reports origin latency and single error rates, for a monthly price. @default false */
  readonly publishAdditionalMetrics?: boolean;
}

/** What a dead or dying origin looks like: AWS's texts differ on which of these an unreachable one yields. */
const ORIGIN_FAILURE_STATUS_CODES = [500, 502, 503, 504];

/** The one distribution of the `edge` topology: the store, the emergency site, and the mirrored paths. */
export class StoreDistribution extends Distribution {
  constructor(scope: Construct, id: string, props: StoreDistributionProps) {
    const policies = new CachePolicies(scope, 'CachePolicies');
    super(scope, id, {
      ...DISTRIBUTION_DEFAULTS,
      comment: props.domainName,
      domainNames: shopNames(props),
      certificate: props.certificate,
      defaultBehavior: storeBehavior(props, policies),
      // CloudFront tries them in this order, so the emergency site comes before anything the store's owner names.
      additionalBehaviors: {
        [EMERGENCY_PATH_PATTERN]: props.emergencySite.behavior(),
        ...mirroredBehaviors(props, policies),
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
 */
function storeBehavior(
  { domainName, topology }: StoreDistributionProps,
  policies: CachePolicies,
): BehaviorOptions {
  return {
    origin: storeOrigin(domainName, topology, 'store'),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: policies.store,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  };
}

/**
 * Paths with a second home in the emergency bucket, under the same key: the store's documents, and what its owner
 * mirrors. Neither origin gets the viewer's `Host` (S3 would answer 403), so the store must serve these paths under the
 * origin's name too, with a certificate for it.
 * A path that the store fails to serve and that is not in the bucket ends in S3's 403: mirror what the pattern covers.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
function mirroredBehaviors(
  props: StoreDistributionProps,
  policies: CachePolicies,
): Record<string, BehaviorOptions> {
  const patterns = [...props.emergencySite.documentPaths, ...(props.topology.mirroredPathPatterns ?? [])];
  if (patterns.length === 0) {
    return {};
  }
  const behavior: BehaviorOptions = {
    origin: new OriginGroup({
      primaryOrigin: storeOrigin(props.domainName, props.topology, 'store-mirrored'),
      fallbackOrigin: props.emergencySite.origin('mirror'),
      fallbackStatusCodes: ORIGIN_FAILURE_STATUS_CODES,
    }),
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    // OPTIONS fails over only when it is a cached method.
    cachedMethods: CachedMethods.CACHE_GET_HEAD_OPTIONS,
    cachePolicy: policies.mirrored,
    originRequestPolicy: OriginRequestPolicy.CORS_S3_ORIGIN,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  };
  return Object.fromEntries(patterns.map((pattern) => [pattern, behavior]));
}
