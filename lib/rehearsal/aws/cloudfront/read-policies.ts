import type { CachePolicy } from './managed-policies';
import type { CACHE_POLICY, ORIGIN_REQUEST_POLICY, RESPONSE_HEADERS_POLICY } from './policy-resource';
import type { NameSelection } from './rules/name-selection';
import type { OriginRequestPolicy } from './rules/origin-request';
import type { PolicyHeader, ResponseHeadersPolicy } from './rules/response-headers';

/** A cache policy of the template, as the rules need it. */
export function readCachePolicy({
  CachePolicyConfig: config,
}: (typeof CACHE_POLICY)['properties']['_output']): CachePolicy {
  const { CookiesConfig, HeadersConfig, QueryStringsConfig } =
    config.ParametersInCacheKeyAndForwardedToOrigin;
  return {
    minTtl: config.MinTTL,
    defaultTtl: config.DefaultTTL,
    maxTtl: config.MaxTTL,
    headers:
      HeadersConfig.HeaderBehavior === 'none'
        ? { kind: 'none' }
        : { kind: 'whitelist', names: HeadersConfig.Headers.map(lowerCase) },
    cookies: selection(CookiesConfig.CookieBehavior, CookiesConfig.Cookies),
    queryStrings: selection(QueryStringsConfig.QueryStringBehavior, QueryStringsConfig.QueryStrings),
  };
}

/** An origin request policy of the template, as the rules need it. */
export function readOriginRequestPolicy({
  OriginRequestPolicyConfig: { CookiesConfig, HeadersConfig, QueryStringsConfig },
}: (typeof ORIGIN_REQUEST_POLICY)['properties']['_output']): OriginRequestPolicy {
  return {
    headers: selection(HeadersConfig.HeaderBehavior, HeadersConfig.Headers.map(lowerCase)),
    cookies: selection(CookiesConfig.CookieBehavior, CookiesConfig.Cookies),
    queryStrings: selection(QueryStringsConfig.QueryStringBehavior, QueryStringsConfig.QueryStrings),
  };
}

type ResponseHeadersConfig =
  (typeof RESPONSE_HEADERS_POLICY)['properties']['_output']['ResponseHeadersPolicyConfig'];
type SecurityHeaders = NonNullable<ResponseHeadersConfig['SecurityHeadersConfig']>;

/** A response headers policy of the template, as the rules need it. */
export function readResponseHeadersPolicy({
  ResponseHeadersPolicyConfig: config,
}: (typeof RESPONSE_HEADERS_POLICY)['properties']['_output']): ResponseHeadersPolicy {
  const custom = config.CustomHeadersConfig?.Items ?? [];
  return {
    set: [
      ...securityHeaders(config.SecurityHeadersConfig ?? {}),
      ...custom.map(({ Header, Value, Override }) => policyHeader(Header, Value, Override)),
    ],
    remove: (config.RemoveHeadersConfig?.Items ?? []).map(({ Header }) => lowerCase(Header)),
  };
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html */
function securityHeaders(config: SecurityHeaders): readonly PolicyHeader[] {
  const { ContentSecurityPolicy: csp, ContentTypeOptions: type, FrameOptions: frame } = config;
  const { ReferrerPolicy: referrer, StrictTransportSecurity: hsts, XSSProtection: xss } = config;
  return [
    ...(csp ? [policyHeader('content-security-policy', csp.ContentSecurityPolicy, csp.Override)] : []),
    ...(type ? [policyHeader('x-content-type-options', 'nosniff', type.Override)] : []),
    ...(frame ? [policyHeader('x-frame-options', frame.FrameOption, frame.Override)] : []),
    ...(referrer ? [policyHeader('referrer-policy', referrer.ReferrerPolicy, referrer.Override)] : []),
    ...(hsts ? [policyHeader('strict-transport-security', hstsValue(hsts), hsts.Override)] : []),
    ...(xss ? [policyHeader('x-xss-protection', xssValue(xss), xss.Override)] : []),
  ];
}

const hstsValue = (hsts: NonNullable<SecurityHeaders['StrictTransportSecurity']>): string =>
  [
    `max-age=${hsts.AccessControlMaxAgeSec}`,
    ...(hsts.IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(hsts.Preload ? ['preload'] : []),
  ].join('; ');

const xssValue = ({
  Protection,
  ModeBlock,
  ReportUri,
}: NonNullable<SecurityHeaders['XSSProtection']>): string =>
  [
    Protection ? '1' : '0',
    ...(ModeBlock ? ['mode=block'] : []),
    ...(ReportUri ? [`report=${ReportUri}`] : []),
  ].join('; ');

const policyHeader = (name: string, value: string, override: boolean): PolicyHeader => ({
  name: lowerCase(name),
  value,
  override,
});

type NamesBehavior =
  | 'none'
  | 'all'
  | 'whitelist'
  | 'allExcept'
  | 'allViewer'
  | 'allViewerAndWhitelistCloudFront';

// CloudFront's own headers about the viewer, which some policies add, are not there in a rehearsal.
function selection(behavior: NamesBehavior, names: readonly string[]): NameSelection {
  switch (behavior) {
    case 'none':
      return { kind: 'none' };
    case 'all':
    case 'allViewer':
    case 'allViewerAndWhitelistCloudFront':
      return { kind: 'all' };
    default:
      return { kind: behavior, names };
  }
}

const lowerCase = (name: string): string => name.toLowerCase();
