import { z } from 'zod';
import {
  cfnBoolean,
  cfnNumber,
  cfnWholeNumber,
  ignored,
  type ResourceModel,
} from '../assembly/resource-model';
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

const dimensions = z.array(z.object({ Name: z.string(), Value: z.string() })).default([]);
const percentile = z
  .templateLiteral(['p', z.number()])
  .refine(isPercentile, 'must be a percentile such as p90');

/**
 * Seconds.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
const period = cfnNumber.refine(
  (seconds) => [10, 20, 30].includes(seconds) || (seconds >= 60 && seconds % 60 === 0),
  { error: ({ input }) => `must be 10, 20, 30, 60 or a multiple of 60, got ${input}` },
);

/** A metric, or an expression of others, in an alarm that uses metric math. */
const metricQuery = z.object({
  Expression: z.string().optional(),
  Id: z.string(),
  Label: ignored('labels only'),
  MetricStat: z
    .object({
      Metric: z.object({ Dimensions: dimensions, MetricName: z.string(), Namespace: z.string() }),
      Period: period,
      Stat: z.union([z.enum(STATISTICS), percentile]),
      Unit: ignored('every metric of a rehearsal has one unit only'),
    })
    .optional(),
  Period: ignored('the period of the metrics counts'),
  ReturnData: cfnBoolean.default(true),
});

/**
 * How long all evaluation periods may take together, in seconds.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
const longestEvaluation = (periodSeconds: number): number => (periodSeconds < 3_600 ? 86_400 : 604_800);

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
      DatapointsToAlarm: cfnWholeNumber(1).optional(),
      Dimensions: dimensions,
      EvaluateLowSampleCountPercentile: z.enum(['evaluate', 'ignore']).default('evaluate'),
      EvaluationPeriods: cfnWholeNumber(1),
      ExtendedStatistic: percentile.optional(),
      MetricName: z.string().optional(),
      Metrics: z.array(metricQuery).optional(),
      Namespace: z.string().optional(),
      Period: period.optional(),
      Statistic: z.enum(STATISTICS).optional(),
      Threshold: cfnNumber,
      TreatMissingData: z.enum(['missing', 'ignore', 'breaching', 'notBreaching']).default('missing'),
      Unit: ignored('every metric of a rehearsal has one unit only'),
    })
    .refine(
      ({ Metrics, MetricName, Namespace, Period }) =>
        Metrics === undefined
          ? MetricName !== undefined && Namespace !== undefined && Period !== undefined
          : MetricName === undefined,
      {
        error: 'must be given with Namespace and Period, or else Metrics, but not both',
        path: ['MetricName'],
      },
    )
    .refine(
      ({ Metrics, Statistic, ExtendedStatistic }) =>
        Metrics !== undefined || (Statistic === undefined) !== (ExtendedStatistic === undefined),
      {
        error: 'must be given, or else ExtendedStatistic, but not both',
        path: ['Statistic'],
      },
    )
    .refine(({ DatapointsToAlarm = 1, EvaluationPeriods }) => DatapointsToAlarm <= EvaluationPeriods, {
      error: 'must be at most EvaluationPeriods',
      path: ['DatapointsToAlarm'],
    })
    .refine(
      ({ Metrics = [], Period, EvaluationPeriods }) =>
        [Period, ...Metrics.map(({ MetricStat }) => MetricStat?.Period)].every(
          (seconds = 60) => seconds * EvaluationPeriods <= longestEvaluation(seconds),
        ),
      {
        error: 'must come to seven days at most, and to one day where the period is less than an hour',
        path: ['EvaluationPeriods'],
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

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarmmuterule.html */
export const MUTE_RULE = {
  type: 'AWS::CloudWatch::AlarmMuteRule',
  properties: z.object({
    Description: ignored('labels only'),
    ExpireDate: z.string().optional(),
    MuteTargets: z.object({ AlarmNames: z.array(z.string()).default([]) }).optional(),
    Name: ignored('labels only'),
    Rule: z.object({
      Schedule: z.object({
        Duration: z.string(),
        Expression: z.string(),
        Timezone: z.string().optional(),
      }),
    }),
    StartDate: z.string().optional(),
    Tags: ignored('labels only'),
  }),
} satisfies ResourceModel;
