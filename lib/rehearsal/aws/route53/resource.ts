import { z } from 'zod';
import {
  cfnBoolean,
  cfnNumber,
  cfnWholeNumber,
  ignored,
  type ResourceModel,
} from '../assembly/resource-model';

/**
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthcheck.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
export const HEALTH_CHECK = {
  type: 'AWS::Route53::HealthCheck',
  properties: z.object({
    HealthCheckConfig: z.object({
      AlarmIdentifier: z.object({ Name: z.string(), Region: z.string() }).optional(),
      ChildHealthChecks: z.array(z.string()).default([]),
      EnableSNI: ignored('names of certificates are not checked in a rehearsal'),
      FailureThreshold: cfnWholeNumber(1, 10).default(3),
      FullyQualifiedDomainName: z.string().optional(),
      HealthThreshold: cfnWholeNumber(0, 256).optional(),
      InsufficientDataHealthStatus: z
        .enum(['Healthy', 'Unhealthy', 'LastKnownStatus'])
        .default('LastKnownStatus'),
      IPAddress: z.string().optional(),
      Inverted: cfnBoolean.default(false),
      MeasureLatency: cfnBoolean.default(false),
      Port: ignored('ports are not told apart'),
      Regions: z.array(z.string()).min(3).optional(),
      RequestInterval: cfnWholeNumber(10, 30).default(30),
      // Route 53 adds the leading slash where it is missing.
      ResourcePath: z
        .string()
        .default('/')
        .transform((path) => (path.startsWith('/') ? path : `/${path}`)),
      SearchString: z.string().optional(),
      Type: z.enum([
        'HTTP',
        'HTTPS',
        'HTTP_STR_MATCH',
        'HTTPS_STR_MATCH',
        'TCP',
        'CALCULATED',
        'CLOUDWATCH_METRIC',
      ]),
    }),
    HealthCheckTags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export const RECORD_SET = {
  type: 'AWS::Route53::RecordSet',
  properties: z.object({
    AliasTarget: z
      .object({
        DNSName: z.string(),
        EvaluateTargetHealth: cfnBoolean.default(false),
        HostedZoneId: ignored('follows from the target'),
      })
      .optional(),
    Comment: ignored('labels only'),
    Failover: z.enum(['PRIMARY', 'SECONDARY']).optional(),
    HealthCheckId: z.string().optional(),
    HostedZoneId: ignored('every record of the assembly is in one zone'),
    HostedZoneName: ignored('every record of the assembly is in one zone'),
    Name: z.string(),
    ResourceRecords: z.array(z.string()).default([]),
    SetIdentifier: ignored('tells the two records of a pair apart; Failover does that too'),
    TTL: cfnNumber.optional(),
    Type: z.string(),
  }),
} satisfies ResourceModel;
