import { synthesize } from './alarms-stack';

describe('watcher alarm', () => {
  const { stack, template } = synthesize();
  const topic = stack.resolve(stack.topics.alarms.topicArn);
  const functionName = stack.resolve(stack.statusFunction.functionName);
  const queueName = stack.resolve(stack.topics.deadLetterQueues.onCall.queueName);

  test.each([
    {
      suffix: 'status-update-errors',
      metric: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Period: 300 },
      dimension: { Name: 'FunctionName', Value: functionName },
      rule: { ComparisonOperator: 'GreaterThanOrEqualToThreshold', TreatMissingData: 'notBreaching' },
    },
    {
      suffix: 'on-call-dead-letters-not-empty',
      metric: {
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Statistic: 'Maximum',
        Period: 60,
      },
      dimension: { Name: 'QueueName', Value: queueName },
      rule: { ComparisonOperator: 'GreaterThanOrEqualToThreshold', TreatMissingData: 'notBreaching' },
    },
  ])('$suffix goes to the alarms topic after one datapoint, and when it ends', (row) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `shop.example.com-${row.suffix}`,
      ...row.metric,
      ...row.rule,
      Dimensions: [row.dimension],
      Threshold: 1,
      DatapointsToAlarm: 1,
      EvaluationPeriods: 1,
      AlarmActions: [topic],
      OKActions: [topic],
    });
  });

  test.each([
    {
      suffix: 'status-updates-silent',
      metric: { Namespace: 'AWS/Lambda', MetricName: 'Invocations', Statistic: 'Sum', Period: 300 },
      dimension: { Name: 'FunctionName', Value: functionName },
      periods: 1,
    },
    {
      suffix: 'health-checks-silent',
      metric: {
        Namespace: 'AWS/Route53',
        MetricName: 'HealthCheckStatus',
        Statistic: 'SampleCount',
        Period: 60,
      },
      dimension: { Name: 'HealthCheckId', Value: stack.sources.storeHealthCheckId },
      periods: 3,
    },
    {
      suffix: 'heartbeat-silent',
      metric: {
        Namespace: 'AWS/SNS',
        MetricName: 'NumberOfMessagesPublished',
        Statistic: 'Sum',
        Period: 3_600,
      },
      dimension: { Name: 'TopicName', Value: stack.resolve(stack.topics.audit.topicName) },
      periods: 26,
    },
  ])(
    '$suffix tells of silence, but not on the first deployment',
    ({ suffix, metric, dimension, periods }) => {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmName: `shop.example.com-${suffix}`,
        ...metric,
        Dimensions: [dimension],
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        DatapointsToAlarm: periods,
        EvaluationPeriods: periods,
        // Silence is INSUFFICIENT_DATA, in which an alarm starts without acting.
        TreatMissingData: 'missing',
        AlarmActions: [topic],
        InsufficientDataActions: [topic],
        OKActions: [topic],
      });
    },
  );

  test('exists for every queue, twice for the function, once for Route 53 and once for the sign of life', () => {
    expect(stack.watcherAlarms.alarms).toHaveLength(5);
  });
});
