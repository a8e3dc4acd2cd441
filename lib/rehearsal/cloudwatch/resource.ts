import { z } from 'zod';
import { cfnBoolean, cfnNumber, ignored, type ResourceModel } from '../assembly/resource-model';
import { isPercentile } from './rules/percentile';
import { STATISTICS } from './rules/period';

const actions = {
  ActionsEnabled: cfnBoolean.default(true),
  AlarmActions: z.array(z.string()).default([]),
  AlarmDescription: z.string().default(''),
  AlarmName: z.string().optional(),
  InsufficientDataActions: z.array(z.string()).default([]),
  OKActions: z.array(z.string()).default([]),
  Tags: ignored('labels only'),
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html */
export const ALARM = {
  type: 'AWS::CloudWatch::Alarm',
  properties: z
    .object({
      ...actions,
      ComparisonOperator: z.enum([
        'GreaterThanOrEqualToThreshold',
        'GreaterThanThreshold',
        'LessThanThreshold',
        'LessThanOrEqualToThreshold',
      ]),
      DatapointsToAlarm: cfnNumber.optional(),
      Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
      EvaluateLowSampleCountPercentile: z.enum(['evaluate', 'ignore']).default('evaluate'),
      EvaluationPeriods: cfnNumber,
      ExtendedStatistic: z
        .templateLiteral(['p', z.number()])
        .refine(isPercentile, 'must be a percentile such as p90')
        .optional(),
      MetricName: z.string(),
      Namespace: z.string(),
      Period: cfnNumber,
      Statistic: z.enum(STATISTICS).optional(),
      Threshold: cfnNumber,
      TreatMissingData: z.enum(['missing', 'ignore', 'breaching', 'notBreaching']).default('missing'),
      Unit: ignored('every metric of a rehearsal has one unit only'),
    })
    .refine(
      ({ Statistic, ExtendedStatistic }) => (Statistic === undefined) !== (ExtendedStatistic === undefined),
      {
        error: 'must be given, or else ExtendedStatistic, but not both',
        path: ['Statistic'],
      },
    ),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html */
export const COMPOSITE_ALARM = {
  type: 'AWS::CloudWatch::CompositeAlarm',
  properties: z.object({
    ...actions,
    ActionsSuppressor: z.string().optional(),
    ActionsSuppressorExtensionPeriod: cfnNumber.default(0),
    ActionsSuppressorWaitPeriod: cfnNumber.default(0),
    AlarmRule: z.string(),
  }),
} satisfies ResourceModel;
