import type { Deployment } from '../assembly/deployment';
import { ALARM, COMPOSITE_ALARM } from '../cloudwatch/resource';

/** An alarm on a metric, as far as time is concerned. */
export interface AlarmFacts {
  readonly name: string;
  readonly namespace: string;
  /** The health check that it finds unhealthy by a single sample below 1. @default - it watches something else */
  readonly healthCheckId?: string;
  readonly periodMs: number;
  /** N of "M out of N". */
  readonly evaluationPeriods: number;
  /** M of "M out of N". */
  readonly datapointsToAlarm: number;
}

/** A way from alarms to people: a message when any of the alarms begins, another when all of them are over. */
export interface AnnouncementFacts {
  readonly alarmNames: readonly string[];
}

/** What the stack watches, and what people hear of it from CloudWatch itself, whatever a function does. */
export interface AlarmingFacts {
  readonly alarms: readonly AlarmFacts[];
  readonly announcements: readonly AnnouncementFacts[];
}

type Acting = { readonly AlarmActions: readonly string[]; readonly OKActions: readonly string[] };

/** Every metric alarm of a template, and the composite alarms that are "one of these alarms". */
export function readAlarms(deployment: Deployment): AlarmingFacts {
  const metricAlarms = deployment.all(ALARM).map(({ ref, properties }) => ({ ...properties, name: ref }));
  return {
    alarms: metricAlarms.map((alarm) => ({
      name: alarm.name,
      namespace: alarm.Namespace,
      healthCheckId: watchedHealthCheck(alarm),
      periodMs: alarm.Period * 1000,
      evaluationPeriods: alarm.EvaluationPeriods,
      datapointsToAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
    })),
    announcements: [
      ...metricAlarms.filter(tellsBoth).map(({ name }) => ({ alarmNames: [name] })),
      ...deployment
        .all(COMPOSITE_ALARM)
        .map(({ properties }) => properties)
        .filter(tellsBoth)
        .flatMap(({ AlarmRule }) => {
          const alarmNames = alternatives(AlarmRule);
          return alarmNames === undefined ? [] : [{ alarmNames }];
        }),
    ],
  };
}

const tellsBoth = ({ AlarmActions, OKActions }: Acting): boolean =>
  AlarmActions.length > 0 && OKActions.length > 0;

type MetricAlarm = (typeof ALARM)['properties']['_output'];

function watchedHealthCheck(alarm: MetricAlarm): string | undefined {
  const isStatus = alarm.Namespace === 'AWS/Route53' && alarm.MetricName === 'HealthCheckStatus';
  const fallsBelow = alarm.ComparisonOperator === 'LessThanThreshold' && alarm.Threshold === 1;
  // One 0 among the samples pulls both of these below 1.
  const bySample = alarm.Statistic === 'Minimum' || alarm.Statistic === 'Average';
  if (!isStatus || !fallsBelow || !bySample) return undefined;
  return alarm.Dimensions.find(({ Name }) => Name === 'HealthCheckId')?.Value;
}

/** The names in a rule that is nothing but `ALARM(...) OR ALARM(...)`; undefined for any other rule. */
function alternatives(rule: string): readonly string[] | undefined {
  const terms = rule.replace(/^\((.*)\)$/s, '$1').split(/\s+OR\s+/);
  const names = terms.map((term) => /^ALARM\("?([^"()]+)"?\)$/.exec(term.trim())?.[1]);
  return names.every((name) => name !== undefined)
    ? names.map((name) => name.replace(/^arn:.*:alarm:/, ''))
    : undefined;
}
