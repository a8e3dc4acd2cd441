import { z } from 'zod';
import { ignored, type ResourceModel } from '../assembly/resource-model';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export const RULE = {
  type: 'AWS::Events::Rule',
  properties: z.object({
    Description: ignored('labels only'),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    Name: z.string().optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Tags: ignored('labels only'),
    Targets: z
      .array(
        z.object({
          Arn: z.string(),
          DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
          Id: ignored('labels only'),
          Input: z.string().optional(),
          InputPath: z.string().optional(),
          InputTransformer: z
            .object({
              InputPathsMap: z.record(z.string(), z.string()).default({}),
              InputTemplate: z.string(),
            })
            .optional(),
          RoleArn: z.string().optional(),
          RetryPolicy: ignored('EventBridge always reaches its targets in a rehearsal'),
        }),
      )
      .default([]),
  }),
} satisfies ResourceModel;
