import type { Message } from '../contract/message';
import type { Announcement } from '../incident/announcement';
import type { Settings } from '../settings';
import { bodyOf } from './body';
import { factsOf } from './facts';
import { linksOf } from './links';
import { noticeOf } from './notice';
import type { Numbers } from './numbers';
import { headlineNow } from './passing';
import { smsOf } from './sms';
import { structuredUpdate } from './structured-update';
import { subjectOf, titleOf } from './subject';
import { leadOf } from './summary';

/** An announcement in words, for e-mail and for phones, and as data, for channels. */
export function composeMessage(announcement: Announcement, numbers: Numbers, settings: Settings): Message {
  const { STORE: store } = settings;
  const parts = {
    lead: leadOf(announcement, numbers, store),
    facts: [...factsOf(announcement, numbers, store), ...noticeOf(settings)],
    links: linksOf(announcement, settings),
  };
  const title = titleOf(announcement, numbers, store.domainName);
  const headline = headlineNow(announcement, numbers);
  return {
    subject: subjectOf(announcement, numbers, store),
    body: bodyOf(announcement, parts, store),
    sms: smsOf(announcement, numbers, store),
    data: JSON.stringify(structuredUpdate(announcement, { ...parts, subject: title, headline }, store)),
    ...(announcement.quiet && { quiet: true }),
  };
}
