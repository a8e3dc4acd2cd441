import { z } from 'zod';
import { cfnBoolean, cfnNumber, ignored, type ResourceModel } from '../assembly/resource-model';

const TLS = 'TLS is not spoken in a rehearsal';
const LABEL = 'labels only';

const customErrorResponse = z.object({
  ErrorCachingMinTTL: cfnNumber.default(10),
  ErrorCode: cfnNumber,
  ResponseCode: cfnNumber.optional(),
  ResponsePagePath: z.string().optional(),
});

const cacheBehavior = z.object({
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  Compress: ignored('bodies are compared uncompressed'),
  FunctionAssociations: z
    .array(z.object({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: z.string() }))
    .default([]),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  TargetOriginId: z.string(),
  ViewerProtocolPolicy: z.enum(['allow-all', 'redirect-to-https', 'https-only']).default('allow-all'),
});

const origin = z.object({
  ConnectionAttempts: cfnNumber.default(3),
  ConnectionTimeout: cfnNumber.default(10),
  CustomOriginConfig: z
    .object({
      HTTPPort: ignored('ports are not told apart'),
      HTTPSPort: ignored('ports are not told apart'),
      IpAddressType: ignored('a rehearsal speaks IPv4'),
      OriginKeepaliveTimeout: ignored(
        'every request of a rehearsal opens a connection, which is the slower case, and to where DNS leads it then',
      ),
      OriginProtocolPolicy: z.enum(['http-only', 'match-viewer', 'https-only']),
      OriginReadTimeout: cfnNumber.default(30),
      OriginSSLProtocols: ignored(TLS),
    })
    .optional(),
  DomainName: z.string(),
  Id: z.string(),
  OriginAccessControlId: z.string().optional(),
  OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
  OriginPath: z.string().default(''),
  ResponseCompletionTimeout: cfnNumber.optional(),
  S3OriginConfig: z
    .object({
      OriginAccessIdentity: z.literal('', 'is not modelled; use origin access control').optional(),
      OriginReadTimeout: cfnNumber.default(30),
    })
    .optional(),
});

const originGroup = z.object({
  FailoverCriteria: z.object({
    StatusCodes: z.object({ Items: z.array(cfnNumber), Quantity: ignored('counts the items') }),
  }),
  Id: z.string(),
  Members: z.object({
    Items: z.array(z.object({ OriginId: z.string() })),
    Quantity: ignored('counts the items'),
  }),
});

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html */
export const DISTRIBUTION = {
  type: 'AWS::CloudFront::Distribution',
  properties: z.object({
    DistributionConfig: z.object({
      Aliases: z.array(z.string()).default([]),
      CacheBehaviors: z.array(cacheBehavior.extend({ PathPattern: z.string() })).default([]),
      Comment: ignored(LABEL),
      CustomErrorResponses: z.array(customErrorResponse).default([]),
      DefaultCacheBehavior: cacheBehavior,
      DefaultRootObject: z.string().optional(),
      Enabled: cfnBoolean.default(true),
      HttpVersion: ignored('a rehearsal speaks HTTP/1.1'),
      IPV6Enabled: ignored('a rehearsal speaks IPv4'),
      Logging: ignored('logs only'),
      OriginGroups: z
        .object({ Items: z.array(originGroup).default([]), Quantity: ignored('counts the items') })
        .optional(),
      Origins: z.array(origin),
      PriceClass: ignored('edge locations are not told apart'),
      ViewerCertificate: ignored(TLS),
      WebACLId: ignored('no rule is evaluated: every request of a rehearsal passes'),
    }),
    Tags: ignored(LABEL),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-function.html */
export const CLOUDFRONT_FUNCTION = {
  type: 'AWS::CloudFront::Function',
  properties: z.object({
    AutoPublish: ignored('every function of a rehearsal is live'),
    FunctionCode: z.string(),
    FunctionConfig: z.object({
      Comment: ignored(LABEL),
      KeyValueStoreAssociations: z.never('is not modelled by the rehearsal').optional(),
      Runtime: ignored(
        "Node's own engine runs every function; that of version 1.0 knows less of the language",
      ),
    }),
    FunctionMetadata: ignored(LABEL),
    Name: z.string().optional(),
  }),
} satisfies ResourceModel;

/**
 * Emulation: CloudFront signs with `no-override` as with `always`, for no viewer of a rehearsal signs.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html
 */
export const ORIGIN_ACCESS_CONTROL = {
  type: 'AWS::CloudFront::OriginAccessControl',
  properties: z.object({
    OriginAccessControlConfig: z.object({
      Description: ignored(LABEL),
      Name: ignored(LABEL),
      OriginAccessControlOriginType: z.literal(
        's3',
        'must be s3; other origins that ask for signatures are not modelled',
      ),
      SigningBehavior: z.enum(['always', 'never', 'no-override']),
      SigningProtocol: z.literal('sigv4'),
    }),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-monitoringsubscription.html */
export const MONITORING_SUBSCRIPTION = {
  type: 'AWS::CloudFront::MonitoringSubscription',
  properties: z.object({
    DistributionId: z.string(),
    MonitoringSubscription: z.object({
      RealtimeMetricsSubscriptionConfig: z.object({
        RealtimeMetricsSubscriptionStatus: z.enum(['Enabled', 'Disabled']),
      }),
    }),
  }),
} satisfies ResourceModel;
