import { isDeepStrictEqual } from 'node:util';
import { HELD_THRESHOLD, type Hold, isOver, isWorthThrowing, type WrittenEnd } from '../contract/hold';
import { enqueue } from '../outbox/outbox';
import { holdEntry } from '../outbox-entry';
import type { Ports } from '../ports';
import type { RunContext } from '../publish-site';
import type { Settings } from '../settings';
import type { IncidentState } from '../state/incident-state';
import { updateState } from '../update-state';
import { type HoldNews, newsOf } from './hold-news';

/**
 * Longer than the function may run (30 s), so that an expired lease belongs to a dead invocation: two at a time could
 * throw the switch behind the back of the one that has just given it back.
 */
const LEASE_MS = 45_000;

/** A command that came meanwhile is carried out at once; the schedule heals the rest. */
const MAX_ROUNDS = 3;

type Holding = Pick<RunContext, 'ports' | 'settings'>;

/** What was done about a hold. */
type Done =
  | { readonly kind: 'given back' }
  | { readonly kind: 'kept'; readonly moved: boolean; readonly written: WrittenEnd };

/**
 * Brings Route 53 to what the hold in the state asks for, and notes it together with what on-call is told. The end is
 * written down with EventBridge Scheduler before the switch is thrown, and taken back after it was given back: at no
 * moment is it thrown without an end that comes although the function, or all of us, are dead.
 *
 * @throws Error of Route 53 or the Scheduler; the next wake-up tries again
 */
export async function keepHold(holding: Holding): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const hold = await claim(holding.ports);
    if (hold === undefined || (await carryOut(hold, holding))) {
      return;
    }
  }
}

/** The hold, for this invocation alone. Undefined without one, and while another invocation is at it. */
async function claim({ store, now }: Ports): Promise<Hold | undefined> {
  let claimed: Hold | undefined;
  await updateState(store, (state) => {
    const { hold } = state;
    claimed = hold === null || hold.leasedUntilMs > now() ? undefined : hold;
    return claimed === undefined
      ? state
      : { ...state, hold: { ...claimed, leasedUntilMs: now() + LEASE_MS } };
  });
  return claimed;
}

/** Whether nobody asked for anything else meanwhile. */
async function carryOut(hold: Hold, holding: Holding): Promise<boolean> {
  const { store, now } = holding.ports;
  try {
    const done = isOver(hold, now()) ? await giveBack(holding) : await keep(hold, holding);
    const { hold: newest } = await updateState(store, (state) => noted(state, { hold, done }, holding));
    return newest === null || isSame(newest, hold);
  } catch (error) {
    await updateState(store, (state) =>
      state.hold === null ? state : { ...state, hold: { ...state.hold, leasedUntilMs: 0 } },
    );
    throw error;
  }
}

async function keep(hold: Hold, holding: Holding): Promise<Done> {
  const { ports, settings } = holding;
  const { failoverSwitch, holdEnd, now } = ports;
  const seen = await failoverSwitch.read();
  const written = { atMs: hold.endsAtMs, healthThreshold: settings.THRESHOLD };
  const wanted = HELD_THRESHOLD[hold.side];
  const moved = seen.healthThreshold !== wanted;
  if (moved && !isWorthThrowing(hold, now())) {
    return giveBack(holding);
  }
  // Also when the Scheduler knows this end already: it may have come by its clock, and then it is gone.
  if (moved || !isDeepStrictEqual(hold.written, written)) {
    await holdEnd.write(written);
  }
  if (moved) {
    await failoverSwitch.set(wanted, seen);
  }
  return { kind: 'kept', moved, written };
}

async function giveBack({ ports, settings }: Holding): Promise<Done> {
  const { failoverSwitch, holdEnd } = ports;
  const { THRESHOLD: healthThreshold } = settings;
  const seen = await failoverSwitch.read();
  if (seen.healthThreshold !== healthThreshold) {
    await failoverSwitch.set(healthThreshold, seen);
  }
  await holdEnd.remove();
  return { kind: 'given back' };
}

/** The newest state once something was done about a hold; the hold may be another one by now. */
function noted(
  state: IncidentState,
  { hold, done }: { readonly hold: Hold; readonly done: Done },
  { ports, settings }: Holding,
): IncidentState {
  const nowMs = ports.now();
  const newest = state.hold;
  if (newest === null) {
    return state;
  }
  if (done.kind === 'given back') {
    if (!isSame(newest, hold)) {
      return { ...state, hold: { ...newest, leasedUntilMs: 0 } };
    }
    const news = hold.released === undefined ? 'over' : 'released';
    // One that never came to anything is no news.
    const after = hold.sinceMs === null ? state : told({ state, hold, news, nowMs }, settings);
    return { ...after, hold: null };
  }
  const { written, moved } = done;
  const kept = { ...newest, sinceMs: newest.sinceMs ?? nowMs, written, leasedUntilMs: 0 };
  const news = isSame(newest, hold) ? newsOf(kept, moved, nowMs) : undefined;
  return news === undefined ? { ...state, hold: kept } : told({ state, hold: kept, news, nowMs }, settings);
}

interface Telling {
  readonly state: IncidentState;
  readonly hold: Hold;
  readonly news: HoldNews;
  readonly nowMs: number;
}

/** The state with one more message about its hold. */
function told({ state, hold, news, nowMs }: Telling, settings: Settings): IncidentState {
  const messages = hold.messages + 1;
  const warned = news === 'ending';
  const after = { ...hold, messages, told: { endsAtMs: hold.endsAtMs, atMs: nowMs, warned } };
  return {
    ...state,
    hold: after,
    outbox: [...enqueue(state.outbox, holdEntry(after, news, { settings, nowMs }))],
  };
}

/** Whether two ask for the same. */
function isSame(one: Hold, other: Hold): boolean {
  return one.id === other.id && one.endsAtMs === other.endsAtMs;
}
