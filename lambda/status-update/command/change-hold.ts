import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { Command } from '../contract/command';
import { type Hold, isOver } from '../contract/hold';
import { dateTime } from '../contract/times';
import { describeHold, placeOf } from '../message/held';
import type { Store } from '../settings';
import type { IncidentState } from '../state/incident-state';
import type { CommandOutcome } from './outcome';

/** Who asks, when, and of which store. */
interface Asking {
  readonly nowMs: number;
  readonly by: string | undefined;
  readonly store: Store;
}

/**
 * Takes the failover out of the health checks' hands, or moves the end of that. The time is counted by the function's
 * clock, whatever the terminal's says. Nothing is thrown here: the state is first.
 */
export function holdFailover(
  state: IncidentState,
  { id, side, forMinutes }: Extract<Command, { kind: 'hold-failover' }>,
  { nowMs, by, store }: Asking,
): CommandOutcome {
  const before = running(state, nowMs);
  if (before !== undefined && before.side !== side) {
    return {
      kind: 'refused',
      because: `${store.domainName} is ${describeHold(before, nowMs)}; run "npx understudy failover auto" first`,
    };
  }
  const endsAtMs = nowMs + forMinutes * MINUTE_MS;
  const hold = before === undefined ? begun(state, { id, side, by, endsAtMs }) : { ...before, by, endsAtMs };
  const takesOver = before === undefined ? '' : ` Until now: ${describeHold(before, nowMs)}.`;
  const done = `Holds ${store.domainName} on ${placeOf(side, store)} until ${dateTime(endsAtMs)}, whatever the health checks say.${takesOver}`;
  const news = before === undefined ? 'held' : 'changed';
  return { kind: 'accepted', state: { ...state, hold }, hold: { hold, news }, done };
}

/** Gives the failover back to the health checks before its time. */
export function releaseFailover(state: IncidentState, { nowMs, by, store }: Asking): CommandOutcome {
  const before = running(state, nowMs);
  if (before === undefined) {
    const because = `${store.domainName} is not held: its health checks decide already`;
    return { kind: 'refused', because };
  }
  const hold = { ...before, endsAtMs: nowMs, released: { by } };
  const done = `Gives ${store.domainName} back to its health checks. Until now: ${describeHold(before, nowMs)}.`;
  return { kind: 'accepted', state: { ...state, hold }, hold: { hold, news: 'released' }, done };
}

/** How the failover is held, for people who look. Changes nothing. */
export function showFailover(state: IncidentState, { nowMs, store }: Asking): CommandOutcome {
  const hold = running(state, nowMs);
  const done =
    hold === undefined ? 'Its health checks decide.' : `${store.domainName} is ${describeHold(hold, nowMs)}.`;
  return { kind: 'accepted', state, done };
}

function running({ hold }: IncidentState, nowMs: number): Hold | undefined {
  return hold === null || isOver(hold, nowMs) ? undefined : hold;
}

function begun({ hold: before }: IncidentState, asked: Pick<Hold, 'id' | 'side' | 'by' | 'endsAtMs'>): Hold {
  // One that is over may still be in the hands of an invocation that gives it back.
  const leasedUntilMs = before?.leasedUntilMs ?? 0;
  return { ...asked, sinceMs: null, written: null, told: null, messages: 0, leasedUntilMs };
}
