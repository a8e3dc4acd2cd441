import type { Template } from 'aws-cdk-lib/assertions';
import { dashboardUrl } from '../../../lambda/status-update/contract/dashboard-url';
import { maxFreeEndpoints } from '../../../lib/monitoring/alarms/dashboard';
import { synthesize } from './alarms-stack';

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly region?: string;
  };
}

/** The body is a join around tokens; each is replaced by its logical id, so that the whole is JSON again. */
function widgetsOf(template: Template): readonly Widget[] {
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = dashboard?.['Properties'].DashboardBody;
  const parts: readonly (string | object)[] = body['Fn::Join'][1];
  const text = parts.map((part) => (typeof part === 'string' ? part : logicalIdIn(part))).join('');
  return JSON.parse(text).widgets;
}

const logicalIdIn = (token: object): string => [Object.values(token)[0]].flat()[0];

const metricsOf = (widgets: readonly Widget[]) =>
  widgets.flatMap(({ properties }) => properties.metrics ?? []);

describe('dashboard', () => {
  const { stack, template } = synthesize();
  const widgets = widgetsOf(template);

  test('begins with links to the store and the runbook', () => {
    expect(widgets[0]?.properties.markdown).toContain('[Store](https://shop.example.com/)');
    expect(widgets[0]?.properties.markdown).toContain('[Runbook](https://wiki.example.com/runbook)');
  });

  test('shows the state of every alarm it is given, in that order', () => {
    const logicalIds = stack.storeAlarms.alarms.map((alarm) => logicalIdIn(stack.resolve(alarm.alarmArn)));
    expect(widgets.find(({ type }) => type === 'alarm')?.properties.alarms).toEqual(logicalIds);
  });

  test.each([
    ['Health checks (1 is healthy)', 'HealthCheckStatus', 4],
    ['Checkers that see it healthy (%)', 'HealthCheckPercentageHealthy', 3],
    ['CloudFront error rates (%)', '5xxErrorRate', 1],
    ['CloudFront requests per minute', 'Requests', 1],
    ['Status updates', 'Errors', 1],
    ['Undelivered messages', 'ApproximateNumberOfMessagesVisible', 1],
  ])('"%s" draws %s %i times', (title, metricName, times) => {
    const widget = widgets.filter(({ properties }) => properties.title === title);
    expect(metricsOf(widget).filter((metric) => metric[1] === metricName)).toHaveLength(times);
  });

  test('draws every metric of CloudFront with Region=Global', () => {
    const metrics = metricsOf(widgets).filter(([namespace]) => namespace === 'AWS/CloudFront');
    expect(metrics).toHaveLength(3);
    for (const metric of metrics) {
      expect(metric.slice(2, 6)).toEqual(['DistributionId', 'E1', 'Region', 'Global']);
    }
  });

  test.each([
    [1, 20],
    [3, 19],
    [4, 19],
    [5, 18],
  ])('has, with %i queues, at most 50 metrics up to %i endpoints', (queues, most) => {
    expect(maxFreeEndpoints(queues)).toBe(most);
    const metrics = [most, most + 1].map((count) => {
      const endpoints = Array.from({ length: count }, (_, index) => ({
        name: `e${index}`,
        critical: true,
        healthCheckId: `hc-${index}`,
      }));
      // The stack of these tests has one queue.
      return metricsOf(widgetsOf(synthesize({ endpoints }).template)).length + queues - 1;
    });
    expect(metrics.map((count) => count <= 50)).toEqual([true, false]);
  });
});

describe('dashboard URL', () => {
  test('names the region and the dashboard of the template', () => {
    const { template } = synthesize();
    template.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'shop-example-com' });
    expect(dashboardUrl('shop.example.com', 'us-east-1')).toBe(
      'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/shop-example-com',
    );
  });
});
