import { aResource } from './a-deployment';

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
/** The managed policy of this name. */
export const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
/** A default cache behavior that caches nothing. */
export const BEHAVIOR = { CachePolicyId: CACHING_DISABLED, TargetOriginId: 'store' };

/** What a custom origin has to say. */
export const HTTPS_ONLY = { OriginProtocolPolicy: 'https-only' };

/** A simple distribution with one origin, as a template has it. @param but other parts of its configuration */
export const aDistributionResource = (but: Record<string, unknown> = {}) =>
  aResource('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultCacheBehavior: BEHAVIOR,
      Origins: [{ Id: 'store', DomainName: 'origin.example', CustomOriginConfig: HTTPS_ONLY }],
      ...but,
    },
  });
