import type { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';
import { type TopicSurroundings, Topics } from '../../../lib/rehearsal/aws/sns/topics';

/** The topics of a deployment in a world without queues and functions, but for what a test says. */
export const someTopics = (
  deployment: Deployment,
  but: Pick<TopicSurroundings, 'clock' | 'log'> & Partial<TopicSurroundings>,
): Topics => new Topics(deployment, { send: () => undefined, invoke: () => undefined, ...but });
