import { createHash } from 'node:crypto';

/** Longest name of a schedule, in characters. */
const MAX_LENGTH = 64;

/**
 * The name of the schedule that ends a hold: the store's own, so that two stores of an account never share one. A schedule
 * takes the letters, digits, dots and hyphens of host names.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export function scheduleNameOf(domainName: string): string {
  if (domainName.length <= MAX_LENGTH) {
    return domainName;
  }
  const hash = createHash('sha256').update(domainName).digest('hex').slice(0, 16);
  return `${domainName.slice(0, MAX_LENGTH - hash.length - 1)}-${hash}`;
}
