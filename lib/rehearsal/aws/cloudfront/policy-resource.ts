import { z } from 'zod';
import { cfnBoolean, cfnNumber, ignored, type ResourceModel } from '../assembly/resource-model';

const LABEL = 'labels only';

const names = z.array(z.string()).default([]);
const SELECTIONS = ['none', 'whitelist', 'allExcept', 'all'] as const;
const COOKIES = z.object({ CookieBehavior: z.enum(SELECTIONS), Cookies: names });
const QUERIES = z.object({ QueryStringBehavior: z.enum(SELECTIONS), QueryStrings: names });

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-cachepolicy.html */
export const CACHE_POLICY = {
  type: 'AWS::CloudFront::CachePolicy',
  properties: z.object({
    CachePolicyConfig: z.object({
      Comment: ignored(LABEL),
      DefaultTTL: cfnNumber,
      MaxTTL: cfnNumber,
      MinTTL: cfnNumber,
      Name: ignored(LABEL),
      ParametersInCacheKeyAndForwardedToOrigin: z.object({
        CookiesConfig: COOKIES,
        EnableAcceptEncodingBrotli: ignored('bodies are compared uncompressed'),
        EnableAcceptEncodingGzip: ignored('bodies are compared uncompressed'),
        HeadersConfig: z.object({ HeaderBehavior: z.enum(['none', 'whitelist']), Headers: names }),
        QueryStringsConfig: QUERIES,
      }),
    }),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-originrequestpolicy.html */
export const ORIGIN_REQUEST_POLICY = {
  type: 'AWS::CloudFront::OriginRequestPolicy',
  properties: z.object({
    OriginRequestPolicyConfig: z.object({
      Comment: ignored(LABEL),
      CookiesConfig: COOKIES,
      HeadersConfig: z.object({
        HeaderBehavior: z.enum([
          'none',
          'whitelist',
          'allViewer',
          'allViewerAndWhitelistCloudFront',
          'allExcept',
        ]),
        Headers: names,
      }),
      Name: ignored(LABEL),
      QueryStringsConfig: QUERIES,
    }),
  }),
} satisfies ResourceModel;

const overriding = { Override: cfnBoolean };

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-responseheaderspolicy.html */
export const RESPONSE_HEADERS_POLICY = {
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  properties: z.object({
    ResponseHeadersPolicyConfig: z.object({
      Comment: ignored(LABEL),
      CorsConfig: ignored('no shopper of a rehearsal asks from another origin'),
      CustomHeadersConfig: z
        .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), ...overriding })) })
        .optional(),
      Name: ignored(LABEL),
      RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string() })) }).optional(),
      SecurityHeadersConfig: z
        .object({
          ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), ...overriding }).optional(),
          ContentTypeOptions: z.object(overriding).optional(),
          FrameOptions: z.object({ FrameOption: z.string(), ...overriding }).optional(),
          ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), ...overriding }).optional(),
          StrictTransportSecurity: z
            .object({
              AccessControlMaxAgeSec: cfnNumber,
              IncludeSubdomains: cfnBoolean.default(false),
              Preload: cfnBoolean.default(false),
              ...overriding,
            })
            .optional(),
          XSSProtection: z
            .object({
              ModeBlock: cfnBoolean.default(false),
              Protection: cfnBoolean,
              ReportUri: z.string().optional(),
              ...overriding,
            })
            .optional(),
        })
        .optional(),
      ServerTimingHeadersConfig: ignored('measures only'),
    }),
  }),
} satisfies ResourceModel;
