import type { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';
import { PlayedTopics, type TopicDeps } from '../../../lib/rehearsal/aws/sns/topics';
import { OPEN_GATE } from './open-gate';

/** The topics of a deployment in a world without queues, functions and permissions, but for what a test says. */
export const someTopics = (
  deployment: Deployment,
  but: Pick<TopicDeps, 'clock' | 'log'> & Partial<TopicDeps>,
): PlayedTopics =>
  new PlayedTopics(deployment, { gate: OPEN_GATE, send: () => undefined, invoke: () => undefined, ...but });
