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
      suffix: 'status-updates-silent',
      metric: { Namespace: 'AWS/Lambda', MetricName: 'Invocations', Statistic: 'Sum', Period: 900 },
      dimension: { Name: 'FunctionName', Value: functionName },
      rule: { ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' },
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

  test('exists for every queue and twice for the function', () => {
    expect(stack.watcherAlarms.alarms).toHaveLength(3);
  });
});
