import type { Announcement } from '../incident/announcement';
import type { Message } from '../outbox/outbox';
import type { Settings } from '../settings';
import { bodyOf } from './body';
import type { Numbers } from './numbers';
import { smsOf } from './sms';
import { subjectOf } from './subject';

/** An announcement in words, for e-mail and for phones. */
export function composeMessage(announcement: Announcement, numbers: Numbers, settings: Settings): Message {
  return {
    subject: subjectOf(announcement, settings.STORE.domainName),
    body: bodyOf(announcement, numbers, settings),
    sms: smsOf(announcement, settings.STORE.domainName),
  };
}
