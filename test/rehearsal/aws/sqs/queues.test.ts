import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { Queues } from '../../../../lib/rehearsal/aws/sqs/queues';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { aDeployment, aResource } from '../../helpers/a-deployment';

describe('queue', () => {
  test('tells its depth once a minute', async () => {
    const clock = new VirtualClock(0);
    const metrics = new MetricStore(clock);
    const queues = new Queues(
      aDeployment({ Lost: aResource('AWS::SQS::Queue', { QueueName: 'lost' }) }),
      clock,
      metrics,
    );
    await clock.runUntil(90_000);
    queues.send('arn:aws:sqs:us-east-1:123456789012:lost');
    await clock.runUntil(240_000);
    const metric = {
      namespace: 'AWS/SQS',
      name: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: 'lost' },
    };
    const periods = [0, 1, 2, 3].map((minute) => ({
      startMs: minute * 60_000,
      endMs: (minute + 1) * 60_000,
    }));
    expect(metrics.datapoints(metric, 'Maximum', periods)).toEqual([undefined, 0, 1, 1]);
  });

  test('fails when a message goes somewhere else', () => {
    const clock = new VirtualClock(0);
    const queues = new Queues(aDeployment({}), clock, new MetricStore(clock));
    expect(() => queues.send('arn:other')).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_RESOURCE',
        message: 'arn:other: a message goes to something that is no queue of this assembly',
      }),
    );
  });
});
