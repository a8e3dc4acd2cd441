import { Logger } from '@aws-lambda-powertools/logger';
import { wallNowMs } from '../../shared/contract/wall-clock';
import type { ChannelPorts } from '../channel-handler';
import { deadLetters } from './dead-letters';
import { newestIncident } from './newest-incident';

/** What every channel has, for any receiver. */
export function commonPorts(): Omit<ChannelPorts, 'deliver'> {
  const logger = new Logger();
  return {
    putAside: deadLetters(),
    newest: newestIncident(),
    leaveOut: (name, { incidentId, round, isOver }) =>
      logger.info('outdated update left out', { name, newest: { incidentId, round, isOver } }),
    now: wallNowMs,
  };
}
