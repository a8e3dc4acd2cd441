import { z } from 'zod';
import { cfnBoolean, cfnNumber, ignored, type ResourceModel } from '../assembly/resource-model';
import { STATISTICS } from './rules/period';

const actions = {
  ActionsEnabled: cfnBoolean.default(true),
  AlarmActions: z.array(z.string()).default([]),
  AlarmDescription: z.string().default(''),
  AlarmName: z.string(),
  InsufficientDataActions: z.array(z.string()).default([]),
  OKActions: z.array(z.string()).default([]),
  Tags: ignored('labels only'),
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html */
export const ALARM = {
  type: 'AWS::CloudWatch::Alarm',
  properties: z.object({
    ...actions,
    ComparisonOperator: z.enum([
      'GreaterThanOrEqualToThreshold',
      'GreaterThanThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
    ]),
    DatapointsToAlarm: cfnNumber.optional(),
    Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
    EvaluationPeriods: cfnNumber,
    MetricName: z.string(),
    Namespace: z.string(),
    Period: cfnNumber,
    Statistic: z.enum(STATISTICS),
    Threshold: cfnNumber,
    TreatMissingData: z.enum(['missing', 'ignore', 'breaching', 'notBreaching']).default('missing'),
    Unit: ignored('every metric of a rehearsal has one unit only'),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html */
export const COMPOSITE_ALARM = {
  type: 'AWS::CloudWatch::CompositeAlarm',
  properties: z.object({ ...actions, AlarmRule: z.string() }),
} satisfies ResourceModel;
