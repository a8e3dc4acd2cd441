import type { Announcement } from '../incident/announcement';
import type { Message } from '../outbox/outbox';
import type { Settings } from '../settings';
import { bodyOf } from './body';
import type { Numbers } from './numbers';
import { smsOf } from './sms';
import { structuredUpdate } from './structured-update';
import { subjectOf } from './subject';

/** An announcement in words, for e-mail and for phones, and as data, for channels. */
export function composeMessage(announcement: Announcement, numbers: Numbers, settings: Settings): Message {
  const { STORE: store } = settings;
  const texts = {
    subject: subjectOf(announcement, store.domainName),
    body: bodyOf(announcement, numbers, settings),
  };
  return {
    ...texts,
    sms: smsOf(announcement, store.domainName),
    data: JSON.stringify(structuredUpdate(announcement, texts, store)),
  };
}
