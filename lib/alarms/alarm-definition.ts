import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { type AlarmText, alarmDescription } from './alarm-description';
import type { AlarmEvaluation } from './evaluations';
import { type MetricSource, metricFrom } from './metrics';

/** One alarm as plain data: what it watches, when it alarms, what it says. */
export interface AlarmDefinition {
  /** Construct id. */
  readonly id: string;
  /** What follows the store's domain name in the alarm's physical name, such as `store-down`. */
  readonly suffix: string;
  readonly metric: MetricSource;
  readonly evaluation: AlarmEvaluation;
  readonly text: AlarmText;
}

/** What all alarms of one store have in common. */
export interface AlarmContext {
  readonly domainName: string;
  readonly runbookUrl: string;
}

/**
 * The physical name of an alarm. It is fixed at synth, so that the status-update function can name alarms while other
 * alarms watch that function; with generated names the two would wait for each other.
 */
export const alarmName = (domainName: string, suffix: string): string => `${domainName}-${suffix}`;

/** Creates the alarm, without any action. */
export function createAlarm(scope: Construct, context: AlarmContext, definition: AlarmDefinition): Alarm {
  const { period, ...evaluation } = definition.evaluation;
  return new Alarm(scope, definition.id, {
    ...evaluation,
    alarmName: alarmName(context.domainName, definition.suffix),
    alarmDescription: alarmDescription(definition.text, context.runbookUrl),
    metric: metricFrom(definition.metric, { period }),
  });
}
