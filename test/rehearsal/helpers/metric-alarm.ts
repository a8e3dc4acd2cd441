import type { TemplateResource } from '../../../lib/rehearsal/aws/assembly/template';
import { aResource } from './a-deployment';

/** An alarm on `Test Down` that needs one minute of 1 and treats missing data as missing, but for what a test says. */
export const aMetricAlarm = (
  AlarmName: string,
  but: Readonly<Record<string, unknown>> = {},
): TemplateResource =>
  aResource('AWS::CloudWatch::Alarm', {
    AlarmName,
    AlarmActions: ['topic'],
    OKActions: ['topic'],
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    EvaluationPeriods: 1,
    MetricName: 'Down',
    Namespace: 'Test',
    Period: 60,
    Statistic: 'Maximum',
    Threshold: 1,
    ...but,
  });
