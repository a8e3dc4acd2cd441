import { z } from 'zod';
import { cfnBoolean, cfnWholeNumber, ignored, type ResourceModel } from '../assembly/resource-model';
import { PROTOCOLS } from './subscriber';

const retries = cfnWholeNumber(0, 100);
const delaySeconds = cfnWholeNumber(1, 3_600);
/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html#creating-delivery-policy */
const retryPolicy = z
  .object({
    // The CDK writes it in upper case.
    backoffFunction: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['linear', 'arithmetic', 'geometric', 'exponential']))
      .default('linear'),
    maxDelayTarget: delaySeconds.default(20),
    minDelayTarget: delaySeconds.default(20),
    numMaxDelayRetries: retries.default(0),
    numMinDelayRetries: retries.default(0),
    numNoDelayRetries: retries.default(0),
    numRetries: retries.default(3),
  })
  .refine(({ minDelayTarget, maxDelayTarget }) => minDelayTarget <= maxDelayTarget, {
    error: 'must be at most maxDelayTarget',
    path: ['minDelayTarget'],
  })
  .refine(
    ({ numRetries, numNoDelayRetries, numMinDelayRetries, numMaxDelayRetries }) =>
      numNoDelayRetries + numMinDelayRetries + numMaxDelayRetries <= numRetries,
    { error: 'must be at least the retries of the other phases together', path: ['numRetries'] },
  );
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
    KmsMasterKeyId: ignored('the right to use it is checked for each publisher instead'),
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
    Region: ignored('the ARN of the topic tells its region'),
    TopicArn: z.string(),
  }),
} satisfies ResourceModel;
