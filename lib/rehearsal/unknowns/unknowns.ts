import type { Unknown } from './unknown';

const MESSAGES = ['alertMs', 'announcedMs', 'recoveredMs', 'backMs'] as const;

/**
 * Everything that the play needs a number for and AWS gives none, or none that is exact: each number stands here and
 * nowhere else. What people, browsers and the simulated store do is no matter of AWS's, and stands where it is used.
 */
export const UNKNOWNS = {
  route53MetricDelayMs: {
    what: 'the delay of Route 53 metrics',
    unit: 'ms',
    least: 0,
    most: 180_000,
    default: 30_000,
    known:
      'AWS says that "several minutes might elapse" from a failed health check to the message; alarms of one minute on other metrics took 52 s to 3 min by public reports',
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html',
    moves: MESSAGES,
  },
  cloudFrontMetricDelayMs: {
    what: 'the delay of CloudFront metrics',
    unit: 'ms',
    least: 0,
    most: 180_000,
    default: 60_000,
    known: 'AWS says nothing of it; the range is that of Route 53',
    moves: MESSAGES,
  },
  functionMetricDelayMs: {
    what: 'the delay of metrics that functions log',
    unit: 'ms',
    least: 0,
    most: 180_000,
    default: 30_000,
    known: 'AWS says nothing of how long a log takes to become a metric; the range is that of Route 53',
    source:
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html',
    moves: MESSAGES,
  },
  serviceMetricDelayMs: {
    what: 'the delay of metrics of Lambda, SNS and SQS',
    unit: 'ms',
    least: 0,
    most: 180_000,
    default: 0,
    known: 'AWS says nothing of it; the range is that of Route 53',
    moves: MESSAGES,
  },
  extraEvaluationPeriods: {
    what: 'how many periods more than its evaluation periods CloudWatch looks at',
    unit: 'periods',
    least: 1,
    most: 5,
    default: 2,
    known:
      'AWS says "more than the evaluation periods" and shows two more for an alarm with three; never fewer than its metric is late, or alarms of one period would never go off',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html',
    moves: MESSAGES,
  },
  alarmOrder: {
    what: 'the order of alarms, 0 each at a moment of its own, 1 at once and as in the template, 2 the other way round,',
    unit: 'order',
    least: 0,
    most: 2,
    default: 0,
    known: 'AWS says how often an alarm is evaluated, and not when',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html',
    moves: MESSAGES,
  },
  functionStartMs: {
    what: 'how long an event takes to a function and the function takes to start',
    unit: 'ms',
    least: 0,
    most: 3_000,
    default: 500,
    known:
      'AWS says that a cold start takes "under 100 ms to over 1 second", and nothing of the way to the function',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
    moves: MESSAGES,
  },
  snsDeliveryMs: {
    what: 'how long SNS takes to hand a message to an endpoint',
    unit: 'ms',
    least: 0,
    most: 10_000,
    default: 1_000,
    known: 'AWS gives no figure, and none for what the mail or phone network takes after that',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html',
    moves: ['alertMs', 'announcedMs', 'recoveredMs'],
  },
  aliasTtlSeconds: {
    what: 'the TTL of an alias of CloudFront, API Gateway or S3',
    unit: 's',
    least: 10,
    most: 300,
    default: 60,
    known: 'AWS says 60 s for load balancers only; users saw 60 s for CloudFront and S3',
    source:
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
    moves: ['dnsMs', 'firstPageMs', 'backMs'],
  },
  outsideTtlSeconds: {
    what: 'the TTL of a host name outside the zone',
    unit: 's',
    least: 10,
    most: 300,
    default: 60,
    known: 'it is whatever its owner has set; the assembly does not tell',
    moves: ['dnsMs', 'firstPageMs', 'backMs'],
  },
  missingCheckers: {
    what: 'how many health checkers of a health check are out of service',
    unit: 'checkers',
    least: 0,
    most: 1,
    default: 0,
    known: 'AWS runs them in 16 availability zones, of which one "can be unavailable" occasionally',
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-check-latency.html',
    moves: ['detectMs', 'dnsMs', 'firstPageMs', 'worstWaitMs', ...MESSAGES],
  },
  metricCheckEveryMs: {
    what: "how often a health check looks at an alarm's data",
    unit: 'ms',
    least: 10_000,
    most: 60_000,
    default: 60_000,
    known: 'AWS states no interval',
    source:
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
    moves: ['detectMs', 'dnsMs', 'firstPageMs'],
  },
  edgeLocations: {
    what: 'how many edge locations serve the shoppers of a distribution',
    unit: 'locations',
    least: 1,
    most: 16,
    default: 4,
    known: 'CloudFront has hundreds; how many serve one shop depends on where its shoppers are',
    moves: ['dnsMs', 'firstPageMs', 'worstWaitMs', 'backMs'],
  },
  connectionReuseMs: {
    what: "how long CloudFront uses an idle connection on once the origin's name leads elsewhere",
    unit: 'ms',
    least: 0,
    most: 5_000,
    default: 0,
    known:
      'AWS says that idle connections are kept for 5 s by default, and nothing of a name that leads elsewhere by then',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    moves: ['firstPageMs', 'worstWaitMs', 'switchedWaitMs', 'backMs'],
  },
  edgeObjects: {
    what: 'how many objects an edge location keeps for a distribution',
    unit: 'objects',
    least: 100,
    most: 100_000,
    default: 8_000,
    known: 'AWS says only that objects may be evicted that are rarely asked for',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
    moves: ['firstPageMs', 'worstWaitMs', 'switchedWaitMs'],
  },
} as const satisfies Readonly<Record<string, Unknown>>;

/** What the table calls an unknown. */
export type UnknownName = keyof typeof UNKNOWNS;

/** In the order of the table. */
export const UNKNOWN_NAMES = Object.keys(UNKNOWNS) as [UnknownName, ...UnknownName[]];

/** One as the table has it. */
export const unknownOf = (name: UnknownName): Unknown => UNKNOWNS[name];
