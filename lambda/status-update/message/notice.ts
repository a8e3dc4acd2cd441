import type { Message } from '../contract/message';
import type { Settings } from '../settings';
import type { Fact } from './facts';
import { field } from './field';

/** Lines that the notice may take. */
const LINES = 3;

/** What a message about an incident lacks, and why: nothing while settings are those of the deployment. */
export function noticeOf({ NOTICE: notice }: Pick<Settings, 'NOTICE'>): readonly Fact[] {
  return notice === undefined ? [] : [{ name: 'Settings', parts: [notice], lines: LINES }];
}

/** A message that is about something else, with the same at its end. */
export function withNotice(message: Message, { NOTICE: notice }: Pick<Settings, 'NOTICE'>): Message {
  return notice === undefined
    ? message
    : { ...message, body: [message.body, '', ...field('Settings', notice, LINES)].join('\n') };
}
