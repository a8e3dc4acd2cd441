import * as z from 'zod/mini';

/**
 * What CloudWatch itself publishes when an alarm changes its state.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
const notificationSchema = z.object({
  AlarmName: z.string().check(z.minLength(1)),
  AlarmDescription: z.nullish(z.string()),
  NewStateValue: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA']),
  NewStateReason: z.string(),
  /** With an offset of four digits and no colon: `+0000`. */
  StateChangeTime: z.string(),
});

/** A change of an alarm that no function had a hand in: it comes through when the status-update function is broken. */
export interface PlainAlarm {
  /** Unique, at most 255 characters. */
  readonly name: string;
  readonly state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA';
  /** What it means and what to do; only what holds in this state. */
  readonly text: string;
  /** Why CloudWatch changed the state. */
  readonly reason: string;
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** May be empty. */
  readonly links: readonly { readonly name: string; readonly url: string }[];
}

/** Reads CloudWatch's message. Undefined: it is something else. */
export function readPlainAlarm(message: unknown): PlainAlarm | undefined {
  const { data } = notificationSchema.safeParse(message);
  if (data === undefined) {
    return undefined;
  }
  const { AlarmName: name, AlarmDescription, NewStateValue: state, NewStateReason: reason } = data;
  const description = AlarmDescription ?? '';
  const at = isoTime(data.StateChangeTime);
  if (at === undefined) {
    return undefined;
  }
  return { name, state, reason, at, text: textFor(state, description), links: linksIn(description) };
}

/** `ALARM: shop.example.com-outage` */
export const titleOf = ({ state, name }: PlainAlarm): string => `${state}: ${name}`;

/** An alarm on silence has no data to show when it tells. */
export const isOver = ({ state }: PlainAlarm): boolean => state === 'OK';

/** Descriptions say first what ALARM means, then what OK means, then where to look. */
const BOTH_STATES = /^In ALARM[^:]*: (.*) In OK: (.*?)(?: Runbook: |$)/s;

function textFor(state: PlainAlarm['state'], description: string): string {
  const [, trouble, over] = BOTH_STATES.exec(description) ?? [];
  return (state === 'OK' ? over : trouble) ?? description;
}

function linksIn(description: string): PlainAlarm['links'] {
  return [...description.matchAll(/(\w+): (https?:\/\/\S+)/g)].flatMap(([, name = '', url = '']) =>
    URL.canParse(url) ? [{ name, url }] : [],
  );
}

function isoTime(time: string): string | undefined {
  const epochMs = Date.parse(time.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(epochMs) ? undefined : new Date(epochMs).toISOString();
}
