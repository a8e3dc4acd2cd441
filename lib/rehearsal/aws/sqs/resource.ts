import { z } from 'zod';
import { ignored, type ResourceModel } from '../assembly/resource-model';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export const QUEUE = {
  type: 'AWS::SQS::Queue',
  properties: z.object({
    KmsMasterKeyId: ignored('encryption only'),
    MessageRetentionPeriod: ignored('queues of a rehearsal keep every message'),
    QueueName: z.string().optional(),
    SqsManagedSseEnabled: ignored('encryption only'),
    Tags: ignored('labels only'),
  }),
} satisfies ResourceModel;
