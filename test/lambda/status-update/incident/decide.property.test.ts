import fc from 'fast-check';
import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { decide } from '../../../../lambda/status-update/incident/decide';
import { compareImpacts } from '../../../../lambda/status-update/incident/impact';
import type { AlarmFact } from '../../../../lambda/status-update/state/alarm-facts';
import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/state/incident-state';
import { CHECKOUT_DOWN, STORE_DOWN, SYMPTOMS } from '../helpers/symptoms';

const HOLD_MS = 5 * 60_000;
const START = Date.parse('2025-03-01T10:00:00Z');

interface Change {
  readonly alarmName: string;
  readonly fact: AlarmFact;
}

const changes = fc.uniqueArray(
  fc.record({
    alarmName: fc.constantFrom(...SYMPTOMS.map((symptom) => symptom.alarmName)),
    fact: fc.record({
      state: fc.constantFrom('OK' as const, 'ALARM' as const, 'INSUFFICIENT_DATA' as const),
      sinceMs: fc.integer({ min: START, max: START + 3_600_000 }),
    }),
  }),
  { selector: ({ fact }) => fact.sinceMs, maxLength: 30 },
);

/** Facts as they arrive: each change once or more, in any order. */
const deliveries = changes.chain((unique) =>
  fc
    .array(fc.constantFrom(...(unique.length === 0 ? [undefined] : unique)), { maxLength: 30 })
    .chain((repeated) =>
      fc.shuffledSubarray([...unique, ...repeated], { minLength: unique.length + repeated.length }),
    ),
);

function run(delivered: readonly (Change | undefined)[]): { state: IncidentState; said: Announcement[] } {
  const said: Announcement[] = [];
  let state = INITIAL_STATE;
  for (const [index, change] of delivered.entries()) {
    const facts = change === undefined ? {} : { [change.alarmName]: change.fact };
    const decision = decide(
      state,
      { symptoms: SYMPTOMS, facts, holdMs: HOLD_MS },
      START + 3_600_000 + index * 60_000,
    );
    state = decision.state;
    if (decision.announcement !== undefined) {
      said.push(decision.announcement);
    }
  }
  return { state, said };
}

function groupByIncident(said: readonly Announcement[]): Map<string, Announcement[]> {
  const groups = new Map<string, Announcement[]>();
  for (const announcement of said) {
    groups.set(announcement.incidentId, [...(groups.get(announcement.incidentId) ?? []), announcement]);
  }
  return groups;
}

describe('incident, however facts arrive', () => {
  test('is opened before all else, ends resolved, at most goes on after that, and is numbered without gaps', () => {
    fc.assert(
      fc.property(deliveries, (delivered) => {
        const { state, said } = run(delivered);
        const byIncident = groupByIncident(said);
        for (const messages of byIncident.values()) {
          expect(messages.map(({ update }) => update)).toEqual(messages.map((_, index) => index + 1));
          expect(messages.filter(({ kind }) => kind === 'opened')).toEqual([messages[0]]);
          const isOpen = messages[0]?.incidentId === state.incident?.id;
          expect(messages.at(-1)?.kind === 'resolved').toBe(!isOpen);
          const afterEnd = messages.filter((_, index) => messages[index - 1]?.kind === 'resolved');
          expect(afterEnd.every(({ kind }) => kind === 'relapsed')).toBe(true);
        }
      }),
    );
  });

  test('ends in the same alarm states for every order of the same facts', () => {
    fc.assert(
      fc.property(changes, fc.infiniteStream(fc.nat()), (unique, keys) => {
        const shuffled = [...unique]
          .map((change) => ({ change, key: keys.next().value }))
          .sort((a, b) => a.key - b.key);
        expect(run(shuffled.map(({ change }) => change)).state.alarms).toEqual(run(unique).state.alarms);
      }),
    );
  });

  test('says nothing more when the same observation comes again', () => {
    fc.assert(
      fc.property(deliveries, (delivered) => {
        const { state } = run(delivered);
        const nowMs = START + 3_600_000 + Math.max(0, delivered.length - 1) * 60_000;
        const facts = Object.fromEntries(
          delivered.flatMap((change) => (change ? [[change.alarmName, change.fact]] : [])),
        );
        expect(
          decide(state, { symptoms: SYMPTOMS, facts, holdMs: HOLD_MS }, nowMs).announcement,
        ).toBeUndefined();
      }),
    );
  });

  test('is always announced as well again, and then as resolved, once every alarm stays OK', () => {
    fc.assert(
      fc.property(deliveries, (delivered) => {
        const { state } = run(delivered);
        const startMs = START + 10_000_000;
        const facts = Object.fromEntries(
          SYMPTOMS.map(({ alarmName }) => [alarmName, { state: 'OK' as const, sinceMs: startMs }]),
        );
        const said: string[] = [];
        let after = state;
        for (let minute = 0; minute <= 60; minute += 1) {
          const seen = { symptoms: SYMPTOMS, facts, holdMs: HOLD_MS };
          const decision = decide(after, seen, startMs + minute * 60_000);
          after = decision.state;
          said.push(decision.announcement?.kind ?? '');
        }
        expect(after.incident).toBeNull();
        const wasDown = state.incident?.wellSinceMs === null;
        expect(said.filter((kind) => kind === 'recovered' || kind === 'unstable')).toHaveLength(
          wasDown ? 1 : 0,
        );
        expect(said.filter((kind) => kind === 'resolved')).toHaveLength(state.incident === null ? 0 : 1);
      }),
    );
  });

  test('is one incident while the same outage keeps being reported', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(STORE_DOWN, CHECKOUT_DOWN), { minLength: 1, maxLength: 40 }),
        (reports) => {
          const delivered = reports.map(
            ({ alarmName }): Change => ({ alarmName, fact: { state: 'ALARM', sinceMs: START } }),
          );
          expect(run(delivered).said.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
        },
      ),
    );
  });

  test('is told at most three times in half an hour that something came or went, unless that is worse than ever or was over', () => {
    const everyMinute = fc.array(
      fc.tuple(fc.constantFrom(...SYMPTOMS), fc.constantFrom('OK' as const, 'ALARM' as const)),
      { minLength: 30, maxLength: 120 },
    );
    fc.assert(
      fc.property(everyMinute, (happenings) => {
        let state = INITIAL_STATE;
        const toldAtMs: number[] = [];
        for (const [minute, [{ alarmName }, alarmState]] of happenings.entries()) {
          const nowMs = START + minute * 60_000;
          const facts = { [alarmName]: { state: alarmState, sinceMs: nowMs } };
          const { worst } = state.incident ?? {};
          const decision = decide(state, { symptoms: SYMPTOMS, facts, holdMs: HOLD_MS }, nowMs);
          state = decision.state;
          const { kind = 'still', scope } = decision.announcement ?? {};
          // Worse than ever, or back although it was called over.
          const isNews = worst === undefined || (scope && compareImpacts(worst, scope) === 'worse');
          if (['changed', 'recovered', 'relapsed'].includes(kind) && !isNews) {
            toldAtMs.push(nowMs);
          }
        }
        for (const fromMs of toldAtMs) {
          const within = toldAtMs.filter((atMs) => atMs >= fromMs && atMs - fromMs < 30 * 60_000);
          expect(within.length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
