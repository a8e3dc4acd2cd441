import type { CloudFrontFunction } from './cloudfront-function';
import type { CachePolicy } from './managed-policies';
import type { CustomErrorResponse } from './rules/custom-error-response';
import type { OriginTimeouts } from './rules/origin-attempts';
import type { OriginProtocolPolicy, OriginRequestPolicy } from './rules/origin-request';
import type { ResponseHeadersPolicy } from './rules/response-headers';
import type { ViewerProtocolPolicy } from './rules/viewer-protocol';

/** An origin, ready to be asked. */
export interface Origin {
  readonly id: string;
  readonly domainName: string;
  readonly path: string;
  readonly kind: 's3' | 'custom';
  /** CloudFront signs its requests: origin access control. */
  readonly signs: boolean;
  /** ARN of the distribution that it signs for. @default - not known */
  readonly signsFor?: string;
  /** Of S3, which answers the same over either protocol, `match-viewer`. */
  readonly protocolPolicy: OriginProtocolPolicy;
  readonly timeouts: OriginTimeouts;
  /** Sent with every request, over the viewer's own. Names in lower case. */
  readonly customHeaders: Readonly<Record<string, string>>;
}

/** Where a cache behavior sends requests: one origin, or two with failover. */
export type OriginTarget =
  | { readonly kind: 'origin'; readonly origin: Origin }
  | {
      readonly kind: 'group';
      readonly primary: Origin;
      readonly secondary: Origin;
      readonly failoverStatusCodes: readonly number[];
    };

/** A cache behavior with everything it refers to. */
export interface CacheBehavior {
  readonly pathPattern: string;
  readonly allowedMethods: readonly string[];
  readonly cachedMethods: readonly string[];
  readonly cachePolicy: CachePolicy;
  readonly originRequestPolicy: OriginRequestPolicy;
  /** @default - headers stay as they are */
  readonly responseHeadersPolicy?: ResponseHeadersPolicy;
  readonly viewerProtocolPolicy: ViewerProtocolPolicy;
  readonly target: OriginTarget;
  readonly viewerRequest?: CloudFrontFunction;
  readonly viewerResponse?: CloudFrontFunction;
}

/** A distribution with everything it refers to. */
export interface Distribution {
  readonly name: string;
  readonly id: string;
  readonly domainName: string;
  /** Whether it takes requests. */
  readonly enabled: boolean;
  /** In lower case. Those that begin with `*.` stand for every name that ends like them. */
  readonly aliases: readonly string[];
  readonly defaultRootObject?: string;
  readonly defaultBehavior: CacheBehavior;
  readonly behaviors: readonly CacheBehavior[];
  readonly errorResponses: readonly CustomErrorResponse[];
}
