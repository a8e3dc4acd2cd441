import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { type StructuredUpdate, structuredUpdateSchema } from '../status-update/message/structured-update';
import type { Deliver } from './delivery';

const updateSchema = z.nullable(structuredUpdateSchema);

/** The outside world of a channel. */
export interface ChannelPorts {
  readonly deliver: Deliver;
  /** Keeps a message that its receiver will never take. The queue has an alarm. */
  readonly putAside: (message: string, because: string) => Promise<void>;
}

/**
 * A Lambda handler that carries updates from the on-call topic to one receiver. A receiver that is out of reach is an
 * error, so that Lambda tries again, after one and after two more minutes, and then moves the event to the
 * dead-letter queue. A message that was refused goes there at once: trying again would change nothing.
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

async function carry(message: string, { deliver, putAside }: ChannelPorts): Promise<void> {
  const update = readUpdate(message);
  if (update === undefined) {
    return putAside(message, 'it is no update that this channel can read');
  }
  if (update === null) {
    return;
  }
  const delivery = await deliver(update);
  if (delivery.kind === 'unavailable') {
    throw new Error(`${update.incidentId} update ${update.update}: ${delivery.because}`);
  }
  if (delivery.kind === 'refused') {
    await putAside(message, delivery.because);
  }
}

/** Null for a message that is for people only, such as one about planned work; undefined when it can't be read. */
function readUpdate(message: string): StructuredUpdate | null | undefined {
  try {
    return updateSchema.parse(JSON.parse(message));
  } catch {
    return undefined;
  }
}
