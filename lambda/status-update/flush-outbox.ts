import { maybeCopy } from './message/maybe-copy';
import { type Claim, claimOldest, doubt, isDoubtful, isSetAside, release, settle } from './outbox/outbox';
import { PerhapsSent, type Ports } from './ports';
import type { Disorder } from './problems';
import type { Outbox, OutboxEntry } from './state/outbox-entry';
import { updateState } from './update-state';

/**
 * Sends what the outbox holds, oldest first, until it is empty or another invocation is at it. Returns how many
 * messages it sent. One that was refused time and again is tried first, so that order is kept, but holds up no other.
 *
 * SNS and DynamoDB share no transaction: a crash after publishing and before noting it repeats that one message when
 * the lease is over. Better twice than never; both carry the same incident id and number. One that nobody answered waits
 * before it goes out once more, and says then that it may be a copy.
 *
 * @param disorder counts messages that were given up, or that overtook others
 * @throws Error of the topic, when it refused a message
 */
export async function flushOutbox(ports: Ports, disorder: Disorder): Promise<number> {
  let sent = 0;
  let refusal: { readonly error: unknown } | undefined;
  for (;;) {
    const claim = await claimNext(ports, refusal !== undefined);
    if (claim.kind !== 'claimed') {
      break;
    }
    try {
      await send(ports, claim.entry, disorder);
      sent += 1;
      disorder.reordered += refusal === undefined ? 0 : 1;
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

async function send(
  { store, announcer, secondContact, now }: Ports,
  entry: OutboxEntry,
  disorder: Disorder,
): Promise<void> {
  const { id, message, to } = entry;
  const audience = to === 'second-contact' ? secondContact : announcer;
  try {
    await audience.publish(isDoubtful(entry) ? maybeCopy(message) : message);
  } catch (error) {
    const after = (outbox: Outbox) =>
      error instanceof PerhapsSent ? doubt(outbox, id, now()) : release(outbox, id);
    const { outbox } = await updateState(store, (state) => ({ ...state, outbox: [...after(state.outbox)] }));
    disorder.dropped += outbox.some((waiting) => waiting.id === id) ? 0 : 1;
    throw error;
  }
  await updateState(store, (state) => ({ ...state, outbox: [...settle(state.outbox, id)] }));
}
