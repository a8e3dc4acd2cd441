import type { Deployment } from '../aws/assembly/deployment';
import { regionOf } from '../aws/assembly/region-of';
import { alarmEvent } from '../aws/cloudwatch/alarm-change';
import { type MetricAlarm, readMetricAlarm } from '../aws/cloudwatch/read-metric-alarm';
import { ALARM, COMPOSITE_ALARM } from '../aws/cloudwatch/resource';
import { isSeenFrom } from '../aws/cloudwatch/rules/metric-region';
import { RULE } from '../aws/events/resource';
import { parseEventPattern } from '../aws/events/rules/event-pattern';
import { matchEventPattern } from '../aws/events/rules/match-event-pattern';

/** An alarm on a metric, as far as time is concerned. */
export interface AlarmFacts {
  readonly name: string;
  readonly namespace: string;
  /** The health check that it finds unhealthy by a single sample below 1. @default - it watches something else */
  readonly healthCheckId?: string;
  /** Whether it only counts samples, whatever they say. */
  readonly countsSamples: boolean;
  readonly periodMs: number;
  /** N of "M out of N". */
  readonly evaluationPeriods: number;
  /** M of "M out of N". */
  readonly datapointsToAlarm: number;
}

/** A way from alarms to people: a message when any of the alarms begins, another when all of them are over. */
export interface AnnouncementFacts {
  readonly alarmNames: readonly string[];
  /** Whether CloudWatch itself tells, or a function that EventBridge wakes. */
  readonly by: 'alarm' | 'function';
  /** Whether something may hold back the message that it is over. */
  readonly isHeldBack: boolean;
  /** How long both messages wait for what may hold them back. */
  readonly waitMs: number;
}

/** What the stack watches, and how people hear of it. */
export interface AlarmingFacts {
  readonly alarms: readonly AlarmFacts[];
  readonly announcements: readonly AnnouncementFacts[];
}

interface Acting {
  readonly ActionsEnabled: boolean;
  readonly AlarmActions: readonly string[];
  readonly OKActions: readonly string[];
}

/** Every metric alarm of a template, and the composite alarms that are "one of these alarms". */
export function readAlarms(deployment: Deployment): AlarmingFacts {
  const metricAlarms = deployment.all(ALARM);
  return {
    alarms: metricAlarms.flatMap((resource) => factsOf(resource.ref, readMetricAlarm(resource))),
    announcements: [
      ...metricAlarms
        .filter(({ properties }) => tellsBoth(properties))
        .map(
          ({ ref }): AnnouncementFacts => ({ alarmNames: [ref], by: 'alarm', isHeldBack: false, waitMs: 0 }),
        ),
      ...deployment
        .all(COMPOSITE_ALARM)
        .map(({ properties }) => properties)
        .filter(tellsBoth)
        .flatMap(({ AlarmRule, ActionsSuppressor, ActionsSuppressorWaitPeriod }): AnnouncementFacts[] => {
          const alarmNames = alternatives(AlarmRule);
          const isHeldBack = ActionsSuppressor !== undefined;
          const waitMs = isHeldBack ? ActionsSuppressorWaitPeriod * 1000 : 0;
          return alarmNames === undefined ? [] : [{ alarmNames, by: 'alarm', isHeldBack, waitMs }];
        }),
      ...wakeUps(deployment, metricAlarms),
    ],
  };
}

/** The alarms whose changes an enabled rule hands to something. That it is a function that tells is taken on trust. */
const wakeUps = (
  deployment: Deployment,
  alarms: readonly { readonly ref: string; attribute(name: string): string }[],
): readonly AnnouncementFacts[] =>
  deployment
    .all(RULE)
    .filter(({ properties: { State, Targets } }) => State === 'ENABLED' && Targets.length > 0)
    .flatMap(({ properties: { EventPattern }, attribute }): AnnouncementFacts[] => {
      if (EventPattern === undefined) {
        return [];
      }
      const pattern = parseEventPattern(EventPattern);
      // A bus has the events of its own region.
      const region = regionOf(attribute('Arn'));
      const alarmNames = alarms
        .filter((alarm) => regionOf(alarm.attribute('Arn')) === region)
        .filter((alarm) => matchEventPattern(pattern, beginningOf(alarm)).matches)
        .map(({ ref }) => ref);
      return alarmNames.length === 0 ? [] : [{ alarmNames, by: 'function', isHeldBack: false, waitMs: 0 }];
    });

/** The event of its going off, as the play has it, for a pattern may ask for any of its fields. */
function beginningOf({ ref, attribute }: { readonly ref: string; attribute(name: string): string }) {
  const alarm = {
    ...{ name: ref, arn: attribute('Arn'), description: '', because: '', watches: {} },
    ...{ actionsEnabled: true, actions: { ALARM: [], OK: [], INSUFFICIENT_DATA: [] } },
    ...{ changedMs: 0, configuredMs: 0 },
  };
  return alarmEvent({ alarm: { ...alarm, state: 'ALARM' }, previous: { ...alarm, state: 'OK' } });
}

const tellsBoth = ({ ActionsEnabled, AlarmActions, OKActions }: Acting): boolean =>
  ActionsEnabled && AlarmActions.length > 0 && OKActions.length > 0;

/** An alarm in a region that has no such metric never goes off: nothing about it. */
function factsOf(name: string, alarm: MetricAlarm): readonly AlarmFacts[] {
  const namespace = alarm.metrics[0]?.metric.namespace ?? '';
  if (!isSeenFrom(alarm.region, namespace)) {
    return [];
  }
  const { evaluationPeriods, datapointsToAlarm } = alarm.evaluation;
  const periodMs = alarm.periodSeconds * 1000;
  const healthCheckId = watchedHealthCheck(alarm);
  const countsSamples = alarm.metrics.every(({ statistic }) => statistic === 'SampleCount');
  return [{ name, namespace, healthCheckId, countsSamples, periodMs, evaluationPeriods, datapointsToAlarm }];
}

function watchedHealthCheck({ metrics, expressions, evaluation }: MetricAlarm): string | undefined {
  const [only] = metrics;
  if (only === undefined || expressions.size > 0) {
    return undefined;
  }
  const { metric, statistic } = only;
  const isStatus = metric.namespace === 'AWS/Route53' && metric.name === 'HealthCheckStatus';
  const fallsBelow = evaluation.comparison === 'LessThanThreshold' && evaluation.threshold === 1;
  // One 0 among the samples pulls both of these below 1.
  const bySample = statistic === 'Minimum' || statistic === 'Average';
  return isStatus && fallsBelow && bySample ? metric.dimensions['HealthCheckId'] : undefined;
}

/** The names in a rule that is nothing but `ALARM(...) OR ALARM(...)`; undefined for any other rule. */
function alternatives(rule: string): readonly string[] | undefined {
  const terms = rule.replace(/^\((.*)\)$/s, '$1').split(/\s+OR\s+/);
  const names = terms.map((term) => /^ALARM\("?([^"()]+)"?\)$/.exec(term.trim())?.[1]);
  return names.every((name) => name !== undefined)
    ? names.map((name) => name.replace(/^arn:.*:alarm:/, ''))
    : undefined;
}
