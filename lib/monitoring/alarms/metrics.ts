import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { OWN_METRICS } from '../../../lambda/status-update/contract/own-metrics';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';

/** One CloudWatch metric with one statistic, as plain data: for alarms, for widgets and for messages. */
export type MetricSource = Symptom['metric'];

/** How `metricFrom` reads a source. */
export interface MetricOptions {
  /** @default 1 minute: Route 53, CloudFront, Lambda and SQS publish no finer datapoints */
  readonly period?: Duration;
  /** Legend on a dashboard. Not for alarms: a label changes the format of their messages. @default - CloudWatch's own */
  readonly label?: string;
}

/**
 * The CDK metric for a source. The CDK's own helpers are not used: those of CloudFront omit the dimension
 * `Region=Global`, without which an alarm never sees a datapoint.
 *
 * @see https://github.com/aws/aws-cdk/issues/19245
 */
export function metricFrom(source: MetricSource, options: MetricOptions = {}): Metric {
  return new Metric({
    namespace: source.namespace,
    metricName: source.name,
    dimensionsMap: { ...source.dimensions },
    statistic: source.statistic,
    period: options.period ?? Duration.minutes(1),
    label: options.label,
  });
}

/**
 * A metric of a Route 53 health check. They exist in us-east-1 only.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
 */
function healthCheckMetric(healthCheckId: string, name: string, statistic: string): MetricSource {
  return { namespace: 'AWS/Route53', name, dimensions: { HealthCheckId: healthCheckId }, statistic };
}

/** 1 while the health check is healthy, else 0. The minimum, so that a bad part of a minute counts. */
export const healthCheckStatus = (healthCheckId: string): MetricSource =>
  healthCheckMetric(healthCheckId, 'HealthCheckStatus', 'Minimum');

/** How often Route 53 reported. No datapoint at all when it did not. */
export const healthCheckReports = (healthCheckId: string): MetricSource =>
  healthCheckMetric(healthCheckId, 'HealthCheckStatus', 'SampleCount');

/** Percentage of Route 53 checkers that see the endpoint healthy. Calculated health checks don't have it. */
export const healthCheckPercentageHealthy = (healthCheckId: string): MetricSource =>
  healthCheckMetric(healthCheckId, 'HealthCheckPercentageHealthy', 'Average');

/** Milliseconds from a checker's request to the first byte of the answer. Only if the check measures latency. */
export const timeToFirstByte = (healthCheckId: string): MetricSource =>
  healthCheckMetric(healthCheckId, 'TimeToFirstByte', 'Average');

/**
 * A metric of a CloudFront distribution. They exist in us-east-1 only, and only with `Region=Global`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
function distributionMetric(distributionId: string, name: string, statistic: string): MetricSource {
  return {
    namespace: 'AWS/CloudFront',
    name,
    dimensions: { DistributionId: distributionId, Region: 'Global' },
    statistic,
  };
}

/** Percentage of viewer responses with a 5xx status, the emergency page included. */
export const edge5xxErrorRate = (distributionId: string): MetricSource =>
  distributionMetric(distributionId, '5xxErrorRate', 'Average');

/** Percentage of viewer responses with a 4xx status. */
export const edge4xxErrorRate = (distributionId: string): MetricSource =>
  distributionMetric(distributionId, '4xxErrorRate', 'Average');

/** Number of viewer requests. */
export const edgeRequests = (distributionId: string): MetricSource =>
  distributionMetric(distributionId, 'Requests', 'Sum');

/**
 * Milliseconds that half of the requests wait for the origin at most: the median, because forms need seconds on a good day,
 * and where pages are shared little else reaches the origin. One of CloudFront's additional metrics: the distribution must
 * publish them, and they cost extra.
 */
export const originLatency = (distributionId: string): MetricSource =>
  distributionMetric(distributionId, 'OriginLatency', 'p50');

/**
 * A count of a Lambda function. There is no datapoint for a period without invocations.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
function functionMetric(functionName: string, name: string): MetricSource {
  return { namespace: 'AWS/Lambda', name, dimensions: { FunctionName: functionName }, statistic: 'Sum' };
}

/** Number of invocations that ended in an error of the code or the runtime. */
export const functionErrors = (functionName: string): MetricSource => functionMetric(functionName, 'Errors');

/** Number of times that the code ran, with or without an error. */
export const functionInvocations = (functionName: string): MetricSource =>
  functionMetric(functionName, 'Invocations');

/**
 * Number of messages that a topic took. A topic without messages publishes no datapoints.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
 */
export const publishedMessages = (topicName: string): MetricSource => ({
  namespace: 'AWS/SNS',
  name: 'NumberOfMessagesPublished',
  dimensions: { TopicName: topicName },
  statistic: 'Sum',
});

/** 1 while the status-update function has an incident in hand, 0 when it fails to. No datapoint without an incident. */
export const incidentInHand = (domainName: string): MetricSource => ({
  namespace: OWN_METRICS.namespace,
  name: OWN_METRICS.incidentInHand,
  dimensions: { service: OWN_METRICS.service, store: domainName },
  statistic: 'Minimum',
});

/**
 * Number of messages that wait in a queue. A queue that nobody has used for hours publishes no datapoints.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export const visibleMessages = (queueName: string): MetricSource => ({
  namespace: 'AWS/SQS',
  name: 'ApproximateNumberOfMessagesVisible',
  dimensions: { QueueName: queueName },
  statistic: 'Maximum',
});
