import type { AlarmFact } from '../../../../lambda/status-update/incident/alarm-facts';
import { decide } from '../../../../lambda/status-update/incident/decide';
import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/incident/incident-state';
import type { Symptom } from '../../../../lib/alarms/symptom';
import { simpleIncident } from '../helpers/incidents';
import { simpleMaintenance, simpleState } from '../helpers/states';
import { CHECKOUT_DOWN, EDGE_ERRORS, SEARCH_DOWN, STORE_DOWN, SYMPTOMS } from '../helpers/symptoms';

const MINUTE_MS = 60_000;
const WATCHED = { symptoms: SYMPTOMS, holdMs: 5 * MINUTE_MS };
const TEN = Date.parse('2025-03-01T10:00:00Z');

type Wake = readonly [minute: number, ...changes: readonly (readonly [Symptom, AlarmFact['state']])[]];

/** A wake-up every minute in which nothing changes, both ends included. */
const minutes = (from: number, to: number): Wake[] =>
  Array.from({ length: to - from + 1 }, (_, index): Wake => [from + index]);

/** What is said at each wake-up, as `minute kind severity-kind labels #update`. */
function play(wakes: readonly Wake[], start: IncidentState = INITIAL_STATE): string[] {
  let state = start;
  return wakes.flatMap(([minute, ...changes]) => {
    const nowMs = TEN + minute * MINUTE_MS;
    const facts = Object.fromEntries(
      changes.map(([{ alarmName }, alarmState]) => [alarmName, { state: alarmState, sinceMs: nowMs }]),
    );
    const decision = decide(state, { ...WATCHED, facts }, nowMs);
    state = decision.state;
    const { announcement } = decision;
    if (announcement === undefined) return [];
    const { kind, scope, update } = announcement;
    return [`${minute} ${kind} ${scope.kind} ${scope.labels.join('+')} #${update}`];
  });
}

describe('incident', () => {
  test.each<[string, Wake[], string[]]>([
    ['says nothing while all is well', [[0], [5, [STORE_DOWN, 'OK']], [10]], []],
    ['does not open on missing data', [[0, [STORE_DOWN, 'INSUFFICIENT_DATA']]], []],
    ['opens with the first alarm', [[0, [STORE_DOWN, 'ALARM']]], ['0 opened store-down store #1']],
    [
      'has recovered when the alarm is OK, and is resolved when it stays so for five minutes',
      [[0, [STORE_DOWN, 'ALARM']], [4, [STORE_DOWN, 'OK']], [8], [9], [10]],
      ['0 opened store-down store #1', '4 recovered store-down store #2', '9 resolved store-down store #3'],
    ],
    [
      'is the same incident when it fails again within five minutes',
      [[0, [STORE_DOWN, 'ALARM']], [4, [STORE_DOWN, 'OK']], [8, [CHECKOUT_DOWN, 'ALARM']], [12]],
      [
        '0 opened store-down store #1',
        '4 recovered store-down store #2',
        '8 relapsed endpoint-down checkout #3',
      ],
    ],
    [
      'is called unstable once after more than three changes in half an hour, then kept quiet until it is stable',
      [
        [0, [STORE_DOWN, 'ALARM']],
        [3, [STORE_DOWN, 'OK']],
        [6, [STORE_DOWN, 'ALARM']],
        [9, [STORE_DOWN, 'OK']],
        [12, [STORE_DOWN, 'ALARM']],
        [15, [STORE_DOWN, 'OK']],
        ...minutes(16, 45),
      ],
      [
        '0 opened store-down store #1',
        '3 recovered store-down store #2',
        '6 relapsed store-down store #3',
        '9 unstable store-down store #4',
        '30 resolved store-down store #5',
      ],
    ],
    [
      'is no longer unstable when it stays down',
      [
        [0, [STORE_DOWN, 'ALARM']],
        [3, [STORE_DOWN, 'OK']],
        [6, [STORE_DOWN, 'ALARM']],
        [9, [STORE_DOWN, 'OK']],
        [10, [STORE_DOWN, 'ALARM']],
        ...minutes(11, 34),
      ],
      [
        '0 opened store-down store #1',
        '3 recovered store-down store #2',
        '6 relapsed store-down store #3',
        '9 unstable store-down store #4',
        '25 still store-down store #5',
      ],
    ],
    [
      'tells at once that it got worse, also while it is unstable',
      [
        [0, [CHECKOUT_DOWN, 'ALARM']],
        [2, [CHECKOUT_DOWN, 'OK']],
        [4, [CHECKOUT_DOWN, 'ALARM']],
        [6, [CHECKOUT_DOWN, 'OK']],
        [8, [CHECKOUT_DOWN, 'ALARM']],
        [9, [STORE_DOWN, 'ALARM']],
      ],
      [
        '0 opened endpoint-down checkout #1',
        '2 recovered endpoint-down checkout #2',
        '4 relapsed endpoint-down checkout #3',
        '6 unstable endpoint-down checkout #4',
        '9 changed store-down store #5',
      ],
    ],
    [
      'is called unstable too when only a part of it comes and goes, however long the rest stays down',
      [
        [0, [CHECKOUT_DOWN, 'ALARM']],
        ...[...Array(8).keys()].flatMap((turn): Wake[] => [
          [turn * 8 + 1, [STORE_DOWN, 'ALARM']],
          [turn * 8 + 3, [STORE_DOWN, 'OK']],
          ...minutes(turn * 8 + 4, turn * 8 + 8),
        ]),
      ],
      [
        '0 opened endpoint-down checkout #1',
        '1 changed store-down store #2',
        '8 changed endpoint-down checkout #3',
        '9 changed store-down store #4',
        '16 unstable store-down store #5',
        '46 unstable store-down store #6',
      ],
    ],
    [
      'tells at once, while it is unstable, that it came back worse than ever',
      [
        [0, [CHECKOUT_DOWN, 'ALARM']],
        [2, [CHECKOUT_DOWN, 'OK']],
        [4, [CHECKOUT_DOWN, 'ALARM']],
        [6, [CHECKOUT_DOWN, 'OK']],
        [8, [STORE_DOWN, 'ALARM']],
        ...minutes(9, 12),
      ],
      [
        '0 opened endpoint-down checkout #1',
        '2 recovered endpoint-down checkout #2',
        '4 relapsed endpoint-down checkout #3',
        '6 unstable endpoint-down checkout #4',
        '8 unstable store-down store #5',
      ],
    ],
    [
      'is not unstable because it got worse step by step',
      [
        [0, [SYMPTOMS[4] as Symptom, 'ALARM']],
        [1, [EDGE_ERRORS, 'ALARM']],
        [2, [CHECKOUT_DOWN, 'ALARM']],
        [3, [STORE_DOWN, 'ALARM']],
        [9, [STORE_DOWN, 'OK'], [CHECKOUT_DOWN, 'OK'], [EDGE_ERRORS, 'OK'], [SYMPTOMS[4] as Symptom, 'OK']],
      ],
      [
        '0 opened slow origin #1',
        '1 changed edge-errors edge #2',
        '2 changed endpoint-down checkout #3',
        '3 changed store-down store #4',
        '9 recovered store-down store #5',
      ],
    ],
    [
      'stays open without data, and says so when due',
      [
        [0, [STORE_DOWN, 'ALARM']],
        [4, [STORE_DOWN, 'INSUFFICIENT_DATA']],
        [14],
        [15],
        [16, [STORE_DOWN, 'OK']],
      ],
      ['0 opened store-down store #1', '15 still store-down store #2', '16 recovered store-down store #3'],
    ],
    [
      'tells at once that it got worse',
      [
        [0, [CHECKOUT_DOWN, 'ALARM']],
        [1, [SEARCH_DOWN, 'ALARM']],
        [2, [STORE_DOWN, 'ALARM']],
      ],
      [
        '0 opened endpoint-down checkout #1',
        '1 changed endpoint-down checkout+search #2',
        '2 changed store-down store #3',
      ],
    ],
    [
      'keeps quiet about what the headline already covers',
      [
        [0, [STORE_DOWN, 'ALARM']],
        [1, [CHECKOUT_DOWN, 'ALARM']],
        [2, [EDGE_ERRORS, 'ALARM']],
      ],
      ['0 opened store-down store #1'],
    ],
    [
      'goes straight to recovered when alarms clear within five minutes',
      [
        [0, [STORE_DOWN, 'ALARM'], [EDGE_ERRORS, 'ALARM']],
        [5, [STORE_DOWN, 'OK']],
        [7, [EDGE_ERRORS, 'OK']],
      ],
      ['0 opened store-down store #1', '7 recovered store-down store #2'],
    ],
    [
      'tells an improvement that has held for five minutes',
      [[0, [STORE_DOWN, 'ALARM'], [CHECKOUT_DOWN, 'ALARM']], [2, [STORE_DOWN, 'OK']], [6], [7], [8]],
      ['0 opened store-down store #1', '7 changed endpoint-down checkout #2'],
    ],
    [
      'forgets an improvement that did not last',
      [
        [0, [STORE_DOWN, 'ALARM'], [CHECKOUT_DOWN, 'ALARM']],
        [2, [STORE_DOWN, 'OK']],
        [4, [STORE_DOWN, 'ALARM']],
        [8],
      ],
      ['0 opened store-down store #1'],
    ],
    [
      'tells a fresh improvement when a message is due anyway',
      [
        [0, [STORE_DOWN, 'ALARM'], [CHECKOUT_DOWN, 'ALARM']],
        [15, [STORE_DOWN, 'OK']],
      ],
      ['0 opened store-down store #1', '15 changed endpoint-down checkout #2'],
    ],
    [
      'gets a new number after it is over',
      [[0, [STORE_DOWN, 'ALARM']], [1, [STORE_DOWN, 'OK']], [6], [7, [STORE_DOWN, 'ALARM']]],
      [
        '0 opened store-down store #1',
        '1 recovered store-down store #2',
        '6 resolved store-down store #3',
        '7 opened store-down store #1',
      ],
    ],
  ])('%s', (_, wakes, said) => {
    expect(play(wakes)).toEqual(said);
  });

  test.each([
    ['store-down', STORE_DOWN, 15],
    ['endpoint-down', CHECKOUT_DOWN, 30],
    ['slow', SYMPTOMS[4] as Symptom, 60],
  ])('of %s is repeated at a steady pace', (_, symptom, everyMinutes) => {
    const ticks = Array.from({ length: 200 }, (__, index): Wake => [index + 1]);
    const minutes = play([[0, [symptom, 'ALARM']], ...ticks]).map((line) => Number.parseInt(line, 10));
    const gaps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
    expect(new Set(gaps)).toEqual(new Set([everyMinutes]));
  });

  test('carries its start, its alarms, its id and the next update', () => {
    const facts = { [CHECKOUT_DOWN.alarmName]: { state: 'ALARM', sinceMs: TEN - 1_000 } } as const;
    expect(decide(INITIAL_STATE, { ...WATCHED, facts }, TEN).announcement).toEqual({
      kind: 'opened',
      incidentId: 'INC-20250301-01',
      update: 1,
      phase: 'investigating',
      scope: { kind: 'endpoint-down', labels: ['checkout'] },
      previous: undefined,
      alarmNames: [CHECKOUT_DOWN.alarmName],
      startedAtMs: TEN - 1_000,
      atMs: TEN,
      nextUpdateAtMs: TEN + 30 * MINUTE_MS,
      drill: false,
    });
  });

  test.each([
    ['in planned work began when that was to be over', 'completed', -30, 0],
    ['after planned work began when it broke', 'completed', 5, 5],
    ['in work that was cancelled began when it broke', 'cancelled', -30, -30],
  ] as const)('%s', (_, status, brokeMinute, began) => {
    const maintenance = [simpleMaintenance({ startMs: TEN - 180 * MINUTE_MS, endMs: TEN, status })];
    const facts = {
      [STORE_DOWN.alarmName]: { state: 'ALARM', sinceMs: TEN + brokeMinute * MINUTE_MS },
    } as const;
    const { announcement } = decide(simpleState({ maintenance }), { ...WATCHED, facts }, TEN + 6 * MINUTE_MS);
    expect(announcement?.startedAtMs).toBe(TEN + began * MINUTE_MS);
  });

  test('lets shoppers see what is open while it is unstable and nothing is said', () => {
    const changes = [0, 2, 4, 6].map((minute) => TEN + minute * MINUTE_MS);
    const told = { kind: 'endpoint-down' as const, labels: ['checkout'] };
    const worst = { kind: 'store-down' as const, labels: ['store'] };
    const incident = simpleIncident({ unstable: true, told, worst, nextUpdateAtMs: TEN + 40 * MINUTE_MS });
    const facts = { [STORE_DOWN.alarmName]: { state: 'ALARM', sinceMs: TEN + 7 * MINUTE_MS } } as const;
    const before = simpleState({ incident, changes, sequence: 8 });
    const { state, announcement } = decide(before, { ...WATCHED, facts }, TEN + 7 * MINUTE_MS);
    expect(announcement).toBeUndefined();
    expect(state).toMatchObject({ sequence: 9, incident: { told: worst } });
  });

  test('ends when a deployment removes the only alarm behind it', () => {
    const facts = { [CHECKOUT_DOWN.alarmName]: { state: 'ALARM', sinceMs: TEN } } as const;
    const { state } = decide(INITIAL_STATE, { ...WATCHED, facts }, TEN);
    const after = decide(state, { ...WATCHED, symptoms: [STORE_DOWN], facts: {} }, TEN + 1);
    expect(after.announcement?.kind).toBe('recovered');
  });

  test('ignores an alarm that nobody watches', () => {
    const facts = { 'somebody-elses-alarm': { state: 'ALARM', sinceMs: TEN } } as const;
    expect(decide(INITIAL_STATE, { ...WATCHED, facts }, TEN)).toEqual({ state: INITIAL_STATE });
  });
});
