import type { Symptom } from '../../../../lambda/status-update/contract/symptom';
import { decide } from '../../../../lambda/status-update/incident/decide';
import { INITIAL_STATE } from '../../../../lambda/status-update/state/incident-state';
import { MINUTE_MS, play, rounds, TEN, WATCHED, type Wake } from '../helpers/play';
import { simpleMaintenance, simpleState } from '../helpers/states';
import { CHECKOUT_DOWN, EDGE_ERRORS, SEARCH_DOWN, STORE_DOWN, SYMPTOMS } from '../helpers/symptoms';

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
      'goes on when it is back within three quarters of an hour, and gets a new number after that',
      [
        [0, [STORE_DOWN, 'ALARM']],
        [1, [STORE_DOWN, 'OK']],
        [6],
        [45, [STORE_DOWN, 'ALARM']],
        [46, [STORE_DOWN, 'OK']],
        [51],
        [91],
        [92, [STORE_DOWN, 'ALARM']],
      ],
      [
        '0 opened store-down store #1',
        '1 recovered store-down store #2',
        '6 resolved store-down store #3',
        '45 relapsed store-down store #4',
        '46 unstable store-down store #5',
        '91 resolved store-down store #6',
        '92 opened store-down store #1',
      ],
    ],
  ])('%s', (_, wakes, said) => {
    expect(play(wakes)).toEqual(said);
  });

  test('stays in its round until its end, is in the next when it comes back, and starts over with a new number', () => {
    const wakes: Wake[] = [
      [0, [STORE_DOWN, 'ALARM']],
      [1, [STORE_DOWN, 'OK']],
      [2, [STORE_DOWN, 'ALARM']],
      [70, [STORE_DOWN, 'OK']],
      [75],
      [110, [STORE_DOWN, 'ALARM']],
      [140, [STORE_DOWN, 'OK']],
      [145],
      [180, [STORE_DOWN, 'ALARM']],
      [210, [STORE_DOWN, 'OK']],
      [215],
      [260, [STORE_DOWN, 'ALARM']],
    ];
    expect(rounds(wakes)).toEqual([
      '0 opened 1',
      '1 recovered 1',
      '2 relapsed 1',
      '70 recovered 1',
      '75 resolved 1',
      '110 relapsed 2',
      '140 recovered 2',
      '145 resolved 2',
      '180 relapsed 3',
      '210 recovered 3',
      '215 resolved 3',
      '260 opened 1',
    ]);
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
      alarmedAtMs: TEN - 1_000,
      atMs: TEN,
      nextUpdateAtMs: TEN + 30 * MINUTE_MS,
      drill: false,
      markers: [],
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
