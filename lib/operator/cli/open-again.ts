import { describeError } from '../../command-line/describe-error';
import { isHealthy } from '../failover/describe-failover';
import { lookAtFailover } from '../failover/look-at-failover';
import type { CliContext } from './cli-context';
import type { StorePlace } from './stack-reader';

/**
 * Whether something speaks against telling shoppers that the store is open again: endpoints that Route 53's checkers
 * find unhealthy, or that nobody could ask them.
 */
export async function warnIfFailing(place: StorePlace, { aws }: CliContext): Promise<string | undefined> {
  try {
    const { endpoints } = await lookAtFailover(place, aws.inspector);
    const failing = endpoints.filter((endpoint) => !isHealthy(endpoint));
    const counts = failing.map(({ name, observations }) => {
      const passing = observations.filter(({ passed }) => passed).length;
      return `${name} (${passing} of ${observations.length} checkers pass)`;
    });
    return failing.length === 0
      ? undefined
      : `you say that the store is open again, and these are still unhealthy: ${counts.join(', ')}`;
  } catch (error) {
    return `you say that the store is open again, and the health checkers could not be asked: ${describeError(error).message}`;
  }
}
