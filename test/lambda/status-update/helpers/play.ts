import type { Symptom } from '../../../../lambda/status-update/contract/symptom';
import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { decide } from '../../../../lambda/status-update/incident/decide';
import type { AlarmFact } from '../../../../lambda/status-update/state/alarm-facts';
import { INITIAL_STATE } from '../../../../lambda/status-update/state/incident-state';
import { SYMPTOMS } from './symptoms';

export const MINUTE_MS = 60_000;
/** What is watched, and how long an improvement has to last. */
export const WATCHED = { symptoms: SYMPTOMS, holdMs: 5 * MINUTE_MS };
export const TEN = Date.parse('2025-03-01T10:00:00Z');

/** One run of the function, and the alarms that changed since the one before. */
export type Wake = readonly [minute: number, ...changes: readonly (readonly [Symptom, AlarmFact['state']])[]];

/** A wake-up every minute in which nothing changes, both ends included. */
export const minutes = (from: number, to: number): Wake[] =>
  Array.from({ length: to - from + 1 }, (_, index): Wake => [from + index]);

/** What is said at each wake-up, as `minute kind severity-kind labels #update`. */
export const play = (wakes: readonly Wake[]): string[] =>
  said(wakes).map(
    ([minute, { kind, scope, update }]) =>
      `${minute} ${kind} ${scope.kind} ${scope.labels.join('+')} #${update}`,
  );

/** What of it phones get, too, as `minute kind`. */
export const calls = (wakes: readonly Wake[]): string[] =>
  said(wakes).flatMap(([minute, { kind, quiet }]) => (quiet ? [] : [`${minute} ${kind}`]));

/** To which round of its incident each message belongs, as `minute kind round`. */
export const rounds = (wakes: readonly Wake[]): string[] =>
  said(wakes).map(([minute, { kind, round = 1 }]) => `${minute} ${kind} ${round}`);

function said(wakes: readonly Wake[]): (readonly [minute: number, Announcement])[] {
  let state = INITIAL_STATE;
  return wakes.flatMap(([minute, ...changes]) => {
    const nowMs = TEN + minute * MINUTE_MS;
    const facts = Object.fromEntries(
      changes.map(([{ alarmName }, alarmState]) => [alarmName, { state: alarmState, sinceMs: nowMs }]),
    );
    const decision = decide(state, { ...WATCHED, facts }, nowMs);
    state = decision.state;
    const { announcement } = decision;
    return announcement === undefined ? [] : [[minute, announcement]];
  });
}
