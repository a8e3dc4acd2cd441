import { toGsm } from '../contract/ascii';
import { type Held, type Hold, holderOf, holdInForce, type Side } from '../contract/hold';
import type { Message } from '../contract/message';
import { dateTime, localTimeSeenFrom, timeSeenFrom } from '../contract/times';
import type { Store } from '../settings';
import { field } from './field';
import { MAX_SMS } from './lengths';

/** The end of an ARN, which is the name of a user, or of a session of a role: `ola@example.com`. */
export function shortHolderOf(hold: Pick<Hold, 'by'>): string {
  return holderOf(hold).split('/').at(-1) ?? holderOf(hold);
}

/** Where a record leads to: `PRIMARY (the store)`. */
export function placeOf(side: Side, { standby }: Pick<Store, 'standby'>): string {
  const secondary = standby ? 'the standby' : 'the emergency page';
  return side === 'primary' ? 'PRIMARY (the store)' : `SECONDARY (${secondary})`;
}

/** How the store is held, in a few words: `held open`. */
export function heldWords(side: Side, { standby }: Pick<Store, 'standby'>): string {
  const secondary = standby ? 'held on its standby' : 'held closed';
  return side === 'primary' ? 'held open' : secondary;
}

/** One clause: `held on PRIMARY by arn:... until 2025-03-01 12:00 UTC`. */
export function describeHold(hold: Held & Pick<Hold, 'sinceMs'>, nowMs: number): string {
  const { side, endsAtMs, sinceMs } = hold;
  const yet = sinceMs === null ? ' (not in force yet)' : '';
  return `held on ${side.toUpperCase()} by ${holderOf(hold)} until ${timeSeenFrom(nowMs, endsAtMs)}${yet}`;
}

/** The hold in force, as a line that every message has beside what it is about. */
export function heldText({ side, by, endsAtMs }: Held, timeZone: string | undefined): string {
  return `on ${side.toUpperCase()} until ${dateTime(endsAtMs, timeZone)} by ${holderOf({ by })}`;
}

/** The same for phones, without who: an ARN would take the whole message. */
export function heldSms({ side, endsAtMs }: Held, nowMs: number, timeZone: string | undefined): string {
  return `Held on ${side.toUpperCase()} until ${localTimeSeenFrom(nowMs, endsAtMs, timeZone)}`;
}

/** A message that is about something else, with the hold in force at its end. */
export function withHeld(message: Message, hold: Hold | null, store: Store, nowMs: number): Message {
  const held = holdInForce(hold, nowMs);
  if (held === undefined) {
    return message;
  }
  const { body, sms } = message;
  const text = toGsm(`${sms}. ${heldSms(held, nowMs, store.timeZone)}.`);
  return {
    ...message,
    body: [body, '', ...field('Held', heldText(held, store.timeZone), 3)].join('\n'),
    sms: text.length <= MAX_SMS ? text : sms,
  };
}
