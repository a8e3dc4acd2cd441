import type { Link } from '../../../lambda/document/document';
import { HOME_REGION } from '../../../lambda/shared/contract/home-region';

/** A look at one thing that changes nothing. */
export interface Check {
  /** What it tells. */
  readonly question: string;
  /** Where a person sees it without a shell. */
  readonly link: Link;
  /** A command to copy. Needs the AWS CLI or curl. */
  readonly command: string;
  /** What it shows when all is well. */
  readonly expected: string;
}

/** A check in the runbook of an alarm, by the alarm's name: everything else is looked up, so that nothing goes stale. */
export type CheckFor = (alarmName: string) => Check;

const REGION = `--region ${HOME_REGION}`;

/** A page of the console, in the console's present form, which no document of AWS promises to keep. */
const consolePage = (service: string, rest = ''): string =>
  `https://${HOME_REGION}.console.aws.amazon.com/${service}?region=${HOME_REGION}${rest}`;

const HEALTH_CHECKS: Link = {
  text: 'Health checks in the console',
  url: consolePage('route53/healthchecks/home', '#/'),
};

/** What the alarm watches: the value of its only dimension, such as the id of a health check. */
const watchedBy = (alarmName: string): string =>
  `"$(aws cloudwatch describe-alarms ${REGION} --alarm-names ${alarmName} --query 'MetricAlarms[].Dimensions[].Value' --output text)"`;

/** How an alarm stands. */
export const alarmItself: CheckFor = (alarmName) => ({
  question: 'Is it real?',
  link: {
    text: 'Alarm in the console',
    url: consolePage('cloudwatch/home', `#alarmsV2:alarm/${encodeURIComponent(alarmName)}`),
  },
  command: `aws cloudwatch describe-alarms ${REGION} --alarm-types MetricAlarm CompositeAlarm --alarm-names ${alarmName} --query '*[].[StateValue,StateReason]' --output text`,
  expected: 'OK. In ALARM it quotes the datapoints behind it.',
});

/** What shoppers get now. */
export const shopperAnswer =
  (domainName: string): CheckFor =>
  () => ({
    question: 'What do shoppers get?',
    link: { text: 'Shop', url: `https://${domainName}/` },
    command: `curl -sS -o /dev/null -w '%{http_code} after %{time_starttransfer} s\\n' https://${domainName}/`,
    expected: '200 within a second. 503 is the emergency page.',
  });

/**
 * What each checker of a health check sees. Route 53 does not answer it for calculated health checks.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html
 */
export const checkers: CheckFor = (alarmName) => ({
  question: 'What do the Route 53 checkers see?',
  link: HEALTH_CHECKS,
  command: `aws route53 get-health-check-status --health-check-id ${watchedBy(alarmName)} --query 'HealthCheckObservations[].[Region,StatusReport.Status]' --output text`,
  expected: 'Success from more than 18 % of the checkers.',
});

/** Whether a health check is there and enabled. */
export const healthCheckExists: CheckFor = (alarmName) => ({
  question: 'Is the health check there?',
  link: HEALTH_CHECKS,
  command: `aws route53 get-health-check --health-check-id ${watchedBy(alarmName)} --query 'HealthCheck.HealthCheckConfig.[Type,Disabled]' --output text`,
  expected: 'Its type, and not "True" after it.',
});

/** Everything of the store that is in ALARM. */
export const symptoms =
  (domainName: string): CheckFor =>
  () => ({
    question: 'Which symptoms are there?',
    link: { text: 'Alarms in the console', url: consolePage('cloudwatch/home', '#alarmsV2:') },
    command: `aws cloudwatch describe-alarms ${REGION} --alarm-name-prefix ${domainName}- --state-value ALARM --query 'MetricAlarms[].AlarmName' --output text`,
    expected: 'Nothing.',
  });

/** What a function wrote last. */
export const functionLog: CheckFor = (alarmName) => ({
  question: 'What does the function say?',
  link: { text: 'Functions in the console', url: consolePage('lambda/home', '#/functions') },
  command: [
    `NAME=${watchedBy(alarmName)}`,
    `LOG="$(aws lambda get-function-configuration ${REGION} --function-name "$NAME" --query LoggingConfig.LogGroup --output text)"`,
    `aws logs tail ${REGION} "$LOG" --since 1h`,
  ].join('\n'),
  expected: 'Nothing with "ERROR".',
});

/** What waits in a queue. The message stays there. */
export const waitingMessage: CheckFor = (alarmName) => ({
  question: 'What could not be delivered?',
  link: { text: 'Queues in the console', url: consolePage('sqs/v3/home', '#/queues') },
  command: [
    `QUEUE="$(aws sqs get-queue-url ${REGION} --queue-name ${watchedBy(alarmName)} --query QueueUrl --output text)"`,
    `aws sqs receive-message ${REGION} --queue-url "$QUEUE" --visibility-timeout 0`,
  ].join('\n'),
  expected: 'Nothing.',
});

/**
 * What a topic took in the last two days. Dates as seconds, because each system has other options for dates in words.
 *
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-types.html
 */
export const topicMetrics: CheckFor = (alarmName) => ({
  question: 'When was the last sign of life?',
  link: { text: 'Topics in the console', url: consolePage('sns/v3/home', '#/topics') },
  command: [
    `TOPIC=${watchedBy(alarmName)}`,
    `aws cloudwatch get-metric-statistics ${REGION} --namespace AWS/SNS --metric-name NumberOfMessagesPublished --dimensions Name=TopicName,Value="$TOPIC" --statistics Sum --period 3600 --start-time "$(($(date +%s) - 172800))" --end-time "$(date +%s)"`,
  ].join('\n'),
  expected: 'Two datapoints, a day apart.',
});
