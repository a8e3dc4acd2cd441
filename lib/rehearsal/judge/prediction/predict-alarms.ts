import { evaluatedEveryMs } from '../../aws/cloudwatch/rules/period';
import type { AlarmFacts, AlarmingFacts } from '../../facts/alarm-facts';
import { MINUTE_MS } from '../../kernel/clock/units';
import type { UnknownRanges } from '../../unknowns/unknown-values';
import { firstOf, type Interval, inSequence, interval, lastOf } from './interval';
import type { HealthChange } from './predict-health';

/** Route 53 sends a sample a minute. */
const SAMPLE_MS = MINUTE_MS;
/** What a function does between its start and its message. */
const FUNCTION_MS = 3_500;

/** What alarms are predicted from. */
export interface Watched {
  readonly alarming: AlarmingFacts;
  /** What a failure does to a health check. @returns undefined when it does nothing to it */
  readonly healthOf: (healthCheckId: string) => HealthChange | undefined;
  /** From the repair until no shopper meets an error any more. */
  readonly errorsEnd: Interval;
  /** What AWS gives no number for: from where to where it may lie. */
  readonly unknowns: UnknownRanges;
}

/** When on-call gets messages; undefined when that can't be said. */
export interface MessageTimes {
  /** The first one, from whichever sender. */
  readonly alert?: Interval;
  /** The first one of a function. */
  readonly announced?: Interval;
  /** That it is over. */
  readonly recovered?: Interval;
}

/** Predicts the messages of CloudWatch itself, and those of a function that tells as soon as an alarm changes. */
export function predictMessages(watched: Watched): MessageTimes {
  const { alarms, announcements } = watched.alarming;
  const delivery = deliveryIn(watched.unknowns);
  const find = (name: string) => alarms.find((alarm) => alarm.name === name);
  const told = announcements.map((announcement) => ({
    ...announcement,
    group: announcement.alarmNames.map(find).filter((alarm) => alarm !== undefined),
  }));
  const begun = (those: typeof told) => {
    const first = firstOf(
      those.flatMap(({ group, waitMs }) =>
        group
          .flatMap((alarm) => onset(alarm, watched) ?? [])
          .map((time) => inSequence(time, interval(waitMs, waitMs))),
      ),
    );
    return first && Number.isFinite(first.latestMs) ? inSequence(first, delivery) : undefined;
  };
  const alert = begun(told);
  if (alert === undefined) {
    return {};
  }
  const over = firstOf(
    told
      .filter(({ group, isHeldBack }) => !isHeldBack && group.some((alarm) => onset(alarm, watched)))
      .flatMap(({ group, waitMs }) => {
        const last = lastOf(group.map((alarm) => end(alarm, watched)));
        return last === undefined ? [] : [inSequence(last, interval(waitMs, waitMs))];
      }),
  );
  return {
    alert,
    announced: begun(told.filter(({ by }) => by === 'function')),
    recovered: over && inSequence(over, delivery),
  };
}

/** From an alarm's change to its message: a function and SNS, or SNS alone. */
const deliveryIn = ({ functionStartMs, snsDeliveryMs }: UnknownRanges): Interval =>
  interval(snsDeliveryMs.least, functionStartMs.most + FUNCTION_MS + snsDeliveryMs.most);

/** From the failure until the alarm is in ALARM. */
function onset(alarm: AlarmFacts, { healthOf, unknowns }: Watched): Interval | undefined {
  const further = alarm.datapointsToAlarm - 1;
  if (alarm.healthCheckId !== undefined) {
    const change = healthOf(alarm.healthCheckId);
    if (change === undefined) {
      return undefined;
    }
    // Each datapoint needs a bad sample of its own; samples are a minute apart.
    return inSequence(
      change.unhealthy,
      interval(further * SAMPLE_MS, SAMPLE_MS + further * alarm.periodMs),
      seen(alarm, unknowns.route53MetricDelayMs),
    );
  }
  // How many errors shoppers meet is for the simulation to say: it may come that soon, or not at all.
  return alarm.namespace === 'AWS/CloudFront'
    ? interval(unknowns.cloudFrontMetricDelayMs.least, Number.POSITIVE_INFINITY)
    : undefined;
}

/** From the repair until the alarm is OK; at once when it never was in ALARM. */
function end(alarm: AlarmFacts, { healthOf, errorsEnd, unknowns }: Watched): Interval {
  const spare = alarm.evaluationPeriods - alarm.datapointsToAlarm;
  if (alarm.healthCheckId !== undefined) {
    const change = healthOf(alarm.healthCheckId);
    if (change === undefined) {
      return NOW;
    }
    // The period that holds the last bad sample has to leave the window.
    const clear = interval(0, SAMPLE_MS + alarm.periodMs - MINUTE_MS + spare * alarm.periodMs);
    return inSequence(change.healthy, clear, seen(alarm, unknowns.route53MetricDelayMs));
  }
  if (alarm.namespace !== 'AWS/CloudFront') {
    return NOW;
  }
  const clear = interval(0, (spare + 2) * alarm.periodMs);
  return interval(0, inSequence(errorsEnd, clear, seen(alarm, unknowns.cloudFrontMetricDelayMs)).latestMs);
}

/**
 * From a sample until the alarm looks at it. CloudWatch evaluates an alarm once a minute, on whole minutes that are over,
 * and one that looks back more than a day once an hour, on whole hours.
 */
function seen(
  { periodMs, evaluationPeriods }: AlarmFacts,
  delay: UnknownRanges['route53MetricDelayMs'],
): Interval {
  const everyMs = evaluatedEveryMs({ periodSeconds: periodMs / 1000, evaluationPeriods });
  const wholeMs = Math.max(everyMs, MINUTE_MS);
  return interval(delay.least, Math.max(delay.most, wholeMs) + wholeMs);
}

const NOW: Interval = interval(0, 0);
