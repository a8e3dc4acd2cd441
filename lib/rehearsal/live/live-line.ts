import type { TimedEvent } from '../kernel/event-log';
import { describeEvent } from '../report/describe-event';

/**
 * One line about an event of a live rehearsal, where the only shopper is the person who watches.
 * @returns undefined for events that come by the hundred
 */
export const liveLine = (event: TimedEvent): string | undefined =>
  event.kind === 'shopper'
    ? `Your browser: ${event.url}: ${event.outcome} (${event.because})`
    : describeEvent(event);
