import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { MINUTE_MS } from '../shared/contract/clock-units';
import { isOutdated, type Newest } from '../status-update/contract/newest';
import { type StructuredUpdate, structuredUpdateSchema } from '../status-update/contract/structured-update';
import { MAX_AGE_MINUTES } from './contract/max-age';
import type { Delivery } from './delivery';
import { type PlainAlarm, readPlainAlarm, titleOf } from './plain-alarm';

const updateSchema = z.nullable(structuredUpdateSchema);

/** What a channel carries: an update about an incident, or a plain alarm. */
export type Carried =
  | { readonly kind: 'update'; readonly update: StructuredUpdate }
  | { readonly kind: 'alarm'; readonly alarm: PlainAlarm };

/** The outside world of a channel. */
export interface ChannelPorts {
  /** Hands one message to the receiver. */
  readonly deliver: (carried: Carried) => Promise<Delivery>;
  /** Epoch in milliseconds. */
  readonly now: () => number;
  /** Keeps a message that its receiver will never take. The queue has an alarm. */
  readonly putAside: (message: string, because: string) => Promise<void>;
  /** The incident that was opened last. Undefined: none was, or it can't be told. Never fails. */
  readonly newest: () => Promise<Newest | undefined>;
  /** Notes that an update needs to go nowhere. */
  readonly leaveOut: (name: string, newest: Newest) => void;
}

/**
 * A Lambda handler that carries updates from the on-call topic, and plain alarms from the alarms topic, to one receiver.
 * A receiver that is out of reach is an error, so that Lambda tries again, after one and after two more minutes, and then
 * moves the event to the dead-letter queue. A message that was refused goes there at once: trying again would change
 * nothing.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function channelHandler(ports: ChannelPorts): (event: SNSEvent) => Promise<void> {
  return async (event) => {
    for (const { Sns: notification } of event.Records) {
      await carry(notification.Message, ports);
    }
  };
}

async function carry(message: string, ports: ChannelPorts): Promise<void> {
  const { deliver, putAside, now } = ports;
  const carried = read(message);
  if (carried === undefined) {
    return putAside(message, 'it is neither an update nor an alarm that this channel can read');
  }
  if (carried === null) {
    return;
  }
  if (isTooOld(carried, now())) {
    return putAside(message, `it is more than ${MAX_AGE_MINUTES} min old, and newer updates say what is so`);
  }
  if (await isLeftOut(carried, ports)) {
    return;
  }
  const delivery = await deliver(carried);
  if (delivery.kind === 'unavailable') {
    throw new Error(`${nameOf(carried)}: ${delivery.because}`);
  }
  if (delivery.kind === 'refused') {
    await putAside(message, delivery.because);
  }
}

/**
 * SNS tries a function that it can't reach for weeks: what comes late must not reopen an alert that was closed since. An
 * end is always carried, and so is a plain alarm, which nothing newer repeats.
 */
function isTooOld(carried: Carried, nowMs: number): boolean {
  return (
    carried.kind === 'update' &&
    carried.update.phase !== 'resolved' &&
    nowMs - Date.parse(carried.update.at) > MAX_AGE_MINUTES * MINUTE_MS
  );
}

/** What began and ended while an update was on its way is news to nobody, and would open an alert that nothing closes. */
async function isLeftOut(carried: Carried, { newest: ask, leaveOut }: ChannelPorts): Promise<boolean> {
  if (carried.kind === 'alarm' || carried.update.phase === 'resolved') {
    return false;
  }
  const newest = await ask();
  if (newest === undefined || !isOutdated(carried.update, newest)) {
    return false;
  }
  leaveOut(nameOf(carried), newest);
  return true;
}

/** Null for a message that is for people only, such as one about planned work; undefined when it can't be read. */
function read(message: string): Carried | null | undefined {
  const json = parse(message);
  const { success, data: update } = updateSchema.safeParse(json);
  if (success) {
    return update && { kind: 'update', update };
  }
  const alarm = readPlainAlarm(json);
  return alarm && { kind: 'alarm', alarm };
}

function parse(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

const nameOf = (carried: Carried): string =>
  carried.kind === 'alarm'
    ? titleOf(carried.alarm)
    : `${carried.update.incidentId} update ${carried.update.update}`;
