import { z } from 'zod';
import { ignored, type ResourceModel } from '../assembly/resource-model';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export const TOPIC = {
  type: 'AWS::SNS::Topic',
  properties: z.object({
    DisplayName: z.string().optional(),
    KmsMasterKeyId: z.string().optional(),
    SignatureVersion: ignored('webhooks of a rehearsal do not verify signatures'),
    Tags: ignored('labels only'),
    TopicName: z.string().optional(),
    TracingConfig: ignored('tracing only'),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
export const SUBSCRIPTION = {
  type: 'AWS::SNS::Subscription',
  properties: z.object({
    Endpoint: z.string(),
    Protocol: z.enum(['email', 'email-json', 'http', 'https', 'sms']),
    RedrivePolicy: ignored('every endpoint of this rehearsal takes its messages'),
    TopicArn: z.string(),
  }),
} satisfies ResourceModel;
