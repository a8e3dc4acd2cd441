import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { CheckFor } from '../runbook/check';
import type { RunbookAlarm } from '../runbook/runbook-document';
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
  /** What its runbook looks at besides the alarm itself. */
  readonly check: CheckFor;
}

/** What all alarms of one store have in common. */
export interface AlarmContext {
  readonly domainName: string;
  /** The user's own runbook, linked from every alarm. */
  readonly runbookUrl: string;
  /** Where the runbook of an alarm goes, by the alarm's name. */
  readonly stepsUrl: (alarmName: string) => string;
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
    alarmDescription: describeAlarm(context, definition),
    metric: metricFrom(definition.metric, { period }),
  });
}

/** What a person reads in the plain message of an alarm. */
export function describeAlarm(
  { domainName, runbookUrl, stepsUrl }: AlarmContext,
  { suffix, text }: Pick<AlarmDefinition, 'suffix' | 'text'>,
): string {
  return alarmDescription(text, { runbookUrl, stepsUrl: stepsUrl(alarmName(domainName, suffix)) });
}

/** What the runbook of an alarm is written from. */
export function toRunbookAlarm(
  domainName: string,
  { suffix, text, check }: Pick<AlarmDefinition, 'suffix' | 'text' | 'check'>,
): RunbookAlarm {
  return { alarmName: alarmName(domainName, suffix), text, check };
}
