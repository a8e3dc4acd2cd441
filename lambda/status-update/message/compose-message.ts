import type { Announcement } from '../incident/announcement';
import type { Message } from '../outbox/outbox';
import type { Settings } from '../settings';
import { bodyOf } from './body';
import type { Reading } from './reading';
import { smsOf } from './sms';
import { subjectOf } from './subject';

/** An announcement in words, for e-mail and for phones. `readings` are quoted in the order given. */
export function composeMessage(
  announcement: Announcement,
  readings: readonly Reading[],
  settings: Settings,
): Message {
  return {
    subject: subjectOf(announcement, settings.STORE.domainName),
    body: bodyOf(announcement, readings, settings),
    sms: smsOf(announcement, settings.STORE.domainName),
  };
}
