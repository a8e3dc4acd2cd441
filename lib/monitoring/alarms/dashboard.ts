import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { dashboardName } from '../../../lambda/status-update/contract/dashboard-url';
import type { WatchedQueue } from './announcer-alarms';
import type { MonitoredEndpoint } from './catalogue';
import {
  edge4xxErrorRate,
  edge5xxErrorRate,
  edgeRequests,
  functionErrors,
  functionInvocations,
  healthCheckPercentageHealthy,
  healthCheckStatus,
  type MetricSource,
  metricFrom,
  visibleMessages,
} from './metrics';

/** Props of {@link StoreDashboard}. */
export interface StoreDashboardProps {
  readonly domainName: string;
  readonly runbookUrl: string;
  /** Shown in this order; at most 100. */
  readonly alarms: readonly IAlarm[];
  readonly storeHealthCheckId: string;
  readonly endpoints: readonly MonitoredEndpoint[];
  /** @default - nothing watches the emergency page */
  readonly pageHealthCheckId: string | undefined;
  /** The store's distribution, or the emergency distribution when the store has its own front door. */
  readonly distributionId: string;
  readonly statusFunction: IFunction;
  readonly queues: readonly WatchedQueue[];
}

/**
 * One page for the person who has just been woken up, from "is it down" to "did the others get the message". With up
 * to {@link maxFreeEndpoints} endpoints it stays within the 50 metrics that CloudWatch's free tier includes.
 */
export class StoreDashboard extends Construct {
  constructor(scope: Construct, id: string, props: StoreDashboardProps) {
    super(scope, id);
    new Dashboard(this, 'Resource', {
      dashboardName: dashboardName(props.domainName),
      defaultInterval: Duration.hours(3),
      widgets: [
        [new TextWidget({ width: 24, height: 3, markdown: header(props) })],
        [new AlarmStatusWidget({ width: 24, height: 4, title: 'Alarms', alarms: [...props.alarms] })],
        healthCheckRow(props),
        edgeRow(props.distributionId),
        statusUpdateRow(props),
      ],
    });
  }
}

/**
 * As many endpoints as fit into 50 metrics, with two metrics each, besides eight others and one for each queue.
 *
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */
export const maxFreeEndpoints = (queues: number): number => Math.floor((50 - 8 - queues) / 2);

function header({ domainName, runbookUrl }: StoreDashboardProps): string {
  return [
    `# ${domainName}`,
    `[Store](https://${domainName}/) | [Runbook](${runbookUrl}) | [AWS Health](https://health.aws.amazon.com/health/status)`,
  ].join('\n');
}

type Lines = readonly (readonly [label: string, source: MetricSource])[];

function graph(title: string, lines: Lines): GraphWidget {
  return new GraphWidget({
    title,
    width: 12,
    left: lines.map(([label, source]) => metricFrom(source, { label })),
    leftYAxis: { min: 0 },
  });
}

function healthCheckRow(props: StoreDashboardProps): GraphWidget[] {
  const probed: [string, string][] = [
    ...props.endpoints.map(({ name, healthCheckId }): [string, string] => [name, healthCheckId]),
    ...(props.pageHealthCheckId === undefined
      ? []
      : ([['emergency page', props.pageHealthCheckId]] satisfies [string, string][])),
  ];
  return [
    graph('Health checks (1 is healthy)', [
      ['store', healthCheckStatus(props.storeHealthCheckId)],
      ...probed.map(([name, id]) => [name, healthCheckStatus(id)] as const),
    ]),
    graph(
      'Checkers that see it healthy (%)',
      probed.map(([name, id]) => [name, healthCheckPercentageHealthy(id)] as const),
    ),
  ];
}

function edgeRow(distributionId: string): GraphWidget[] {
  return [
    graph('CloudFront error rates (%)', [
      ['5xx', edge5xxErrorRate(distributionId)],
      ['4xx', edge4xxErrorRate(distributionId)],
    ]),
    graph('CloudFront requests per minute', [['requests', edgeRequests(distributionId)]]),
  ];
}

function statusUpdateRow({ statusFunction, queues }: StoreDashboardProps): GraphWidget[] {
  return [
    graph('Status updates', [
      ['runs', functionInvocations(statusFunction.functionName)],
      ['errors', functionErrors(statusFunction.functionName)],
    ]),
    graph(
      'Undelivered messages',
      queues.map(({ name, queue }) => [name, visibleMessages(queue.queueName)] as const),
    ),
  ];
}
