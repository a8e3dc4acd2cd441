import type { LoggedMessage } from '../state/logged-message';
import type { Announcement } from './announcement';

/** Messages that are remembered: two days of a store that is down, with one each quarter of an hour. */
const MAX_MESSAGES = 200;

/** The messages, oldest first, with one more at their end; the oldest fall out. */
export function logMessage(messages: readonly LoggedMessage[], announcement: Announcement): LoggedMessage[] {
  const { incidentId, update, kind, atMs, nextUpdateAtMs = null } = announcement;
  return [...messages, { incidentId, update, kind, atMs, nextUpdateAtMs }].slice(-MAX_MESSAGES);
}
