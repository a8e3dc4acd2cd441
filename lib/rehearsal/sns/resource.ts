import { z } from 'zod';
import { cfnBoolean, cfnNumber, ignored, type ResourceModel } from '../assembly/resource-model';
import { PROTOCOLS } from './subscriber';

const count = cfnNumber.default(0);
const retryPolicy = z.object({
  backoffFunction: z.enum(['linear', 'arithmetic', 'geometric', 'exponential']).default('linear'),
  maxDelayTarget: cfnNumber.default(20),
  minDelayTarget: cfnNumber.default(20),
  numMaxDelayRetries: count,
  numMinDelayRetries: count,
  numNoDelayRetries: count,
  numRetries: cfnNumber.default(3),
});
const THROTTLING = 'a rehearsal sends few messages';
const HEADERS = 'webhooks of a rehearsal do not look at the content type';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export const TOPIC = {
  type: 'AWS::SNS::Topic',
  properties: z.object({
    DeliveryPolicy: z
      .object({
        http: z.object({
          defaultHealthyRetryPolicy: retryPolicy.optional(),
          defaultRequestPolicy: ignored(HEADERS),
          defaultThrottlePolicy: ignored(THROTTLING),
          disableSubscriptionOverrides: cfnBoolean.default(false),
        }),
      })
      .optional(),
    DisplayName: z.string().optional(),
    KmsMasterKeyId: z.string().optional(),
    SignatureVersion: ignored('a live rehearsal signs with version 2; a played one does not sign'),
    Tags: ignored('labels only'),
    TopicName: z.string().optional(),
    TracingConfig: ignored('tracing only'),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
export const SUBSCRIPTION = {
  type: 'AWS::SNS::Subscription',
  properties: z.object({
    DeliveryPolicy: z
      .object({
        healthyRetryPolicy: retryPolicy.optional(),
        requestPolicy: ignored(HEADERS),
        throttlePolicy: ignored(THROTTLING),
      })
      .optional(),
    Endpoint: z.string(),
    FilterPolicy: z.record(z.string(), z.unknown()).optional(),
    FilterPolicyScope: z.enum(['MessageAttributes', 'MessageBody']).optional(),
    Protocol: z.enum(PROTOCOLS),
    RawMessageDelivery: cfnBoolean.default(false),
    RedrivePolicy: z.object({ deadLetterTargetArn: z.string() }).optional(),
    Region: ignored('one region only'),
    TopicArn: z.string(),
  }),
} satisfies ResourceModel;
