import { type Claim, claimOldest, type OutboxEntry, release, settle } from './outbox/outbox';
import type { Ports } from './ports';
import { updateState } from './update-state';

/**
 * Sends what the outbox holds, oldest first, until it is empty or another invocation is at it. Returns how many
 * messages it sent.
 *
 * SNS and DynamoDB share no transaction: a crash after publishing and before noting it repeats that one message when
 * the lease is over. Better twice than never; both carry the same incident id and number.
 */
export async function flushOutbox(ports: Ports): Promise<number> {
  let sent = 0;
  for (let claim = await claimNext(ports); claim.kind === 'claimed'; claim = await claimNext(ports)) {
    await send(ports, claim.entry);
    sent += 1;
  }
  return sent;
}

async function claimNext({ store, now }: Ports): Promise<Claim> {
  let claim: Claim = { kind: 'empty' };
  await updateState(store, (state) => {
    claim = claimOldest(state.outbox, now());
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
