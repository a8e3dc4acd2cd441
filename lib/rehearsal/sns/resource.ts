import { z } from 'zod';
import { cfnBoolean, ignored, type ResourceModel } from '../assembly/resource-model';
import { PROTOCOLS } from './subscriber';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export const TOPIC = {
  type: 'AWS::SNS::Topic',
  properties: z.object({
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
