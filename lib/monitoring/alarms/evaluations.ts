import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';

/**
 * When an alarm is in ALARM: M of the N newest datapoints cross the threshold. CloudWatch fills in for missing
 * datapoints only when real ones, a little older than N periods, do not suffice.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export interface AlarmEvaluation {
  readonly comparisonOperator: ComparisonOperator;
  readonly threshold: number;
  /** M: 1 to N. */
  readonly datapointsToAlarm: number;
  /** N: at least 1. */
  readonly evaluationPeriods: number;
  /** Length of one datapoint. */
  readonly period: Duration;
  readonly treatMissingData: TreatMissingData;
}

/** The datapoints an alarm looks at. */
interface Datapoints {
  /** N: at least 1. @default 1 */
  readonly periods?: number;
  /** M, how many of them must cross the threshold: 1 to N. @default - all of them */
  readonly enough?: number;
  /** @default - one minute */
  readonly period?: Duration;
}

/** Of what reports all the time, so that silence is neither good nor bad: it shows as INSUFFICIENT_DATA. */
const below = (threshold: number, datapoints: Datapoints = {}): AlarmEvaluation =>
  evaluation(ComparisonOperator.LESS_THAN_THRESHOLD, threshold, TreatMissingData.MISSING, datapoints);

/** Of what reports only when something happens, so that silence is good. */
const atLeast = (threshold: number, datapoints: Datapoints = {}): AlarmEvaluation =>
  evaluation(
    ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    threshold,
    TreatMissingData.NOT_BREACHING,
    datapoints,
  );

/** As {@link atLeast}, but the threshold itself is still good. */
const above = (threshold: number, datapoints: Datapoints = {}): AlarmEvaluation =>
  evaluation(
    ComparisonOperator.GREATER_THAN_THRESHOLD,
    threshold,
    TreatMissingData.NOT_BREACHING,
    datapoints,
  );

function evaluation(
  comparisonOperator: ComparisonOperator,
  threshold: number,
  treatMissingData: TreatMissingData,
  { periods = 1, enough = periods, period = Duration.minutes(1) }: Datapoints,
): AlarmEvaluation {
  return {
    comparisonOperator,
    threshold,
    datapointsToAlarm: enough,
    evaluationPeriods: periods,
    period,
    treatMissingData,
  };
}

/**
 * A health check of the store fails. One bad minute is enough: the health check has already waited for several
 * failed probes in a row, so a blip of 15 seconds never gets here, and a second minute would break the promise to
 * tell on-call within 3 minutes. Silence is neither good nor bad, or every first deployment would announce an outage
 * before the first datapoint; `HEALTH_CHECKS_ARE_SILENT` tells of it instead.
 */
export const HEALTH_CHECK_FAILS = below(1);

/**
 * Route 53 reports every minute, so five minutes without a datapoint mean that nobody knows whether the store is up.
 * Silence is no datapoint below the threshold: it shows as INSUFFICIENT_DATA, which a new alarm starts in, so that a
 * first deployment stays quiet. CloudWatch looks some periods back before it calls a datapoint missing.
 */
export const HEALTH_CHECKS_ARE_SILENT = below(1, { periods: 3 });

/**
 * The emergency page fails its health check. Three bad minutes in a row: nobody sees the page while the store is up,
 * and replacing a certificate or the page's files may disturb it for a moment.
 */
export const PAGE_CHECK_FAILS = below(1, { periods: 3 });

/**
 * CloudFront answers too often with 5xx. 15 seconds of errors, stretched to at most 20 by error caching, spread over
 * two minutes stay below 17 % in one of them, so two minutes above 20 % are no blip. A complete failure fills both
 * datapoints within 132 seconds. Silence counts as good: no visitors, no datapoints. It has no floor of requests: that
 * takes metric math, and an alarm on math is billed for each metric in it (as third parties say; AWS's page was not read).
 *
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */
export const EDGE_ERRORS = above(20, { periods: 2 });

/**
 * CloudFront keeps answering some requests with 5xx, as when one of several servers is sick: too few for the health
 * checks to fail, too few for the alarm above. Three minutes in a row above 5 %, which a blip of 15 seconds can't fill;
 * in a row, so that the first good minute ends it and nobody waits for "recovered".
 */
export const LASTING_EDGE_ERRORS = above(5, { periods: 3 });

/**
 * The origin answers, but slowly. Three minutes, because single slow minutes are normal (a deployment, an import) and
 * nothing is switched over; in a row, so that the first good minute ends it and nobody waits for "recovered". Silence
 * counts as good: a dead origin is the business of the other alarms.
 */
export const slowerThan = (threshold: Duration): AlarmEvaluation =>
  above(threshold.toMilliseconds(), { periods: 3 });

/**
 * A function failed. One error is enough, because each one may be a message that on-call misses. Five minutes
 * hold several runs of its schedule and their retries, so that a function that always fails stays in ALARM.
 */
export const FUNCTION_FAILS = atLeast(1, { period: Duration.minutes(5) });

/**
 * A function that is woken every minute did not run for five: a disabled rule, a lost permission, a
 * throttled account. None of these is an error of the function, and Lambda publishes nothing for it. Silence shows as
 * INSUFFICIENT_DATA, which a new alarm starts in, so that a first deployment stays quiet.
 */
export const FUNCTION_IS_SILENT = below(1, { period: Duration.minutes(5) });

/**
 * The daily sign of life stayed away for a day and two hours. Silence shows as INSUFFICIENT_DATA, which a new alarm
 * starts in; should SNS report zeros instead, 26 of them in a row are an ALARM.
 */
export const HEARTBEAT_IS_SILENT = below(1, { periods: 26, period: Duration.hours(1) });

/**
 * The status-update function has an incident in hand, as it says with each run. In periods of ten seconds, because it has to
 * be known before the plain message goes out; over two minutes, because the function runs each minute, and may miss one.
 * Longer silence counts as "no", because plain messages must come through when the function breaks.
 */
export const IN_HAND = atLeast(1, { periods: 12, enough: 1, period: Duration.seconds(10) });

/**
 * How long the plain message of an outage waits for the function to have it in hand. In a rehearsal what the function says
 * is an alarm within 41 s: half a minute through its log (a guess: AWS states no figure), ten seconds to the next
 * evaluation. AWS advises 60 s. Each second more is one more without any word where the function is broken, which has to
 * stay within `alertSeconds`; one too few costs a second message and no more.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html
 */
export const WAIT_FOR_FUNCTION = Duration.seconds(45);

/**
 * A dead-letter queue holds something. One message is enough: it stands for a person who was not told. Silence
 * counts as good: a queue that was never used publishes nothing.
 */
export const QUEUE_NOT_EMPTY = atLeast(1);
