import type { EventLog, MessageEvent } from '../../../lib/rehearsal/kernel/event-log';

/** The messages of a log, in order. */
export const messagesIn = ({ events }: EventLog): readonly (MessageEvent & { readonly atMs: number })[] =>
  events.filter((event) => event.kind === 'message');
