import { type Claim, claimOldest, isSetAside, type OutboxEntry, release, settle } from './outbox/outbox';
import type { Ports } from './ports';
import { updateState } from './update-state';

/**
 * Sends what the outbox holds, oldest first, until it is empty or another invocation is at it. Returns how many
 * messages it sent. One that was refused time and again is tried first, so that order is kept, but holds up no other.
 *
 * SNS and DynamoDB share no transaction: a crash after publishing and before noting it repeats that one message when
 * the lease is over. Better twice than never; both carry the same incident id and number.
 *
 * @throws Error of the topic, when it refused a message
 */
export async function flushOutbox(ports: Ports): Promise<number> {
  let sent = 0;
  let refusal: { readonly error: unknown } | undefined;
  for (;;) {
    const claim = await claimNext(ports, refusal !== undefined);
    if (claim.kind !== 'claimed') {
      break;
    }
    try {
      await send(ports, claim.entry);
      sent += 1;
    } catch (error) {
      // Not until it is set aside: a topic that hangs must not take all the time there is.
      if (!isSetAside(claim.entry)) {
        throw error;
      }
      refusal = { error };
    }
  }
  if (refusal !== undefined) {
    throw refusal.error;
  }
  return sent;
}

async function claimNext({ store, now }: Ports, overtaking: boolean): Promise<Claim> {
  let claim: Claim = { kind: 'empty' };
  await updateState(store, (state) => {
    claim = claimOldest(state.outbox, now(), overtaking);
    return claim.kind === 'claimed' ? { ...state, outbox: [...claim.outbox] } : state;
  });
  return claim;
}

async function send({ store, announcer }: Ports, { id, message }: OutboxEntry): Promise<void> {
  try {
    await announcer.publish(message);
  } catch (error) {
    await updateState(store, (state) => ({ ...state, outbox: [...release(state.outbox, id)] }));
    throw error;
  }
  await updateState(store, (state) => ({ ...state, outbox: [...settle(state.outbox, id)] }));
}
