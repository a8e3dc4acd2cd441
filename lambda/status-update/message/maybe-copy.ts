import type { Message } from '../contract/message';
import { MAX_SMS } from './lengths';

const SMS_MARK = ' (may be a copy)';

/** A message that people may have got before, which says so: nobody needs to read it twice. */
export function maybeCopy(message: Message): Message {
  const { body, sms } = message;
  const marked = sms + SMS_MARK;
  return {
    ...message,
    body: `${body}\n\nThis may be a copy: SNS did not confirm that it took the message the first time.`,
    sms: marked.length <= MAX_SMS ? marked : sms,
  };
}
