import { type Clock, every } from '../../kernel/clock/clock';
import { MINUTE_MS } from '../../kernel/clock/units';
import { RehearsalError } from '../../kernel/errors';
import type { Deployment } from '../assembly/deployment';
import type { MetricStore } from '../cloudwatch/metric-store';
import { QUEUE } from './resource';

/** The stack's queues, of which a rehearsal needs to know only how full they are. */
export class Queues {
  private readonly depths = new Map<string, { readonly queueName: string; messages: number }>();

  constructor(deployment: Deployment, clock: Clock, metrics: MetricStore) {
    for (const resource of deployment.all(QUEUE)) {
      this.depths.set(resource.attribute('Arn'), { queueName: resource.attribute('QueueName'), messages: 0 });
    }
    every(clock, MINUTE_MS, clock.nowMs + MINUTE_MS, () => {
      for (const { queueName, messages } of this.depths.values()) {
        const dimensions = { QueueName: queueName };
        metrics.put(
          { namespace: 'AWS/SQS', name: 'ApproximateNumberOfMessagesVisible', dimensions },
          messages,
        );
      }
    });
  }

  has(queueArn: string): boolean {
    return this.depths.has(queueArn);
  }

  /** @throws RehearsalError when the stack has no such queue */
  send(queueArn: string): void {
    const queue = this.depths.get(queueArn);
    if (queue === undefined) {
      throw new RehearsalError(
        'UNSUPPORTED_RESOURCE',
        `${queueArn}: a message goes to something that is no queue of this assembly`,
      );
    }
    queue.messages += 1;
  }
}
