import type { MessageEvent, TimedEvent } from '../../kernel/event-log';
import { groupBy } from '../../kernel/group-by';
import { marksOf } from './parse-message';

/** One message as one recipient gets it. */
export interface ToldMessage {
  readonly atMs: number;
  /** Undefined: a plain alarm, or something else that belongs to no incident. */
  readonly incidentId: string | undefined;
  /** Such as `INVESTIGATING` or `ALARM`. Undefined: it is in no known form. */
  readonly state: string | undefined;
  /** Whether it tells that something is wrong, or that it is over, or neither. */
  readonly tells: 'trouble' | 'over' | 'else';
}

/** Somebody or something that is told. */
export interface Recipient {
  /** A person reads every message; a program may need several to pass one on. */
  readonly isPerson: boolean;
  /** In the order in which they arrive, which need not be the order in which they were sent. */
  readonly messages: readonly ToldMessage[];
}

const PEOPLE: ReadonlySet<string> = new Set(['email', 'email-json', 'sms']);

/** Everybody who gets a message, and what each is told. Chats of two contacts may be of one host. */
export function recipientsOf(events: readonly TimedEvent[]): readonly Recipient[] {
  const messages = events.filter((event): event is TimedEvent & MessageEvent => event.kind === 'message');
  return groupBy(
    messages,
    ({ protocol, endpoint, audience = '' }) => `${protocol} ${endpoint} ${audience}`,
  ).map((own) => ({
    isPerson: PEOPLE.has(own[0].protocol),
    messages: own.map(toldMessage),
  }));
}

function toldMessage({ atMs, subject, body }: TimedEvent & MessageEvent): ToldMessage {
  const { incidentId, state } = marksOf(subject, body);
  return {
    atMs,
    incidentId: incidentId ?? undefined,
    state: state ?? undefined,
    tells: whatItTells(state, `${subject}${body}`),
  };
}

const TROUBLE = /^(INVESTIGATING|AGAIN|UNSTABLE|UNACKNOWLEDGED|STILL [A-Z]+|ALARM|INSUFFICIENT_DATA)$/;

/** A person may say MONITORING without the store having recovered. */
function whatItTells(state: string | null, text: string): ToldMessage['tells'] {
  if (state === null) {
    return 'else';
  }
  if (TROUBLE.test(state)) {
    return 'trouble';
  }
  const isOver = state === 'RESOLVED' || state === 'OK' || /: up again (since .*)?\(was: /.test(text);
  return isOver ? 'over' : 'else';
}

/** When the first message that something is wrong arrives at anybody, from an instant on. Undefined: never. */
export function firstTroubleMs(
  recipients: readonly Recipient[],
  sinceMs: number,
  fits: (message: ToldMessage) => boolean = () => true,
): number | undefined {
  return earliest(
    recipients.flatMap(({ messages }) =>
      messages.filter((message) => message.tells === 'trouble' && message.atMs >= sinceMs && fits(message)),
    ),
  );
}

/**
 * When somebody knows that something is wrong: by the first message from an instant on, or by one about an earlier
 * failure that has not been called over by then. Undefined: never.
 * @param failsMs when the store first failed, at that instant at the latest
 */
export function knowsOfTroubleMs(
  recipients: readonly Recipient[],
  { failsMs, sinceMs }: { readonly failsMs: number; readonly sinceMs: number },
  fits: (message: ToldMessage) => boolean = () => true,
): number | undefined {
  const knows = recipients.some(
    ({ messages }) =>
      messages.findLast(
        (message) =>
          message.tells !== 'else' && message.atMs >= failsMs && message.atMs < sinceMs && fits(message),
      )?.tells === 'trouble',
  );
  return knows ? sinceMs : firstTroubleMs(recipients, sinceMs, fits);
}

/**
 * When the first recipient knows for good that it is over: by a message after which none tells of trouble again. Each
 * counts alone, because what is held up on its way to one does not unsettle another.
 */
export function overForGoodMs(recipients: readonly Recipient[], sinceMs: number): number | undefined {
  return earliest(
    recipients.flatMap(({ messages }) => {
      const lastTrouble = messages.findLastIndex(({ tells }) => tells === 'trouble');
      if (lastTrouble < 0) {
        return [];
      }
      return messages.slice(lastTrouble + 1).filter(({ tells, atMs }) => tells === 'over' && atMs >= sinceMs);
    }),
  );
}

const earliest = (messages: readonly ToldMessage[]): number | undefined =>
  messages.length === 0 ? undefined : Math.min(...messages.map(({ atMs }) => atMs));
