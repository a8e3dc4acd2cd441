import type { Symptom } from '../../../../lambda/status-update/contract/symptom';
import { decide } from '../../../../lambda/status-update/incident/decide';
import type { IncidentState } from '../../../../lambda/status-update/state/incident-state';
import { simpleIncident } from '../helpers/incidents';
import { MINUTE_MS, minutes, play, TEN, WATCHED, type Wake } from '../helpers/play';
import { simpleMaintenance, simpleState } from '../helpers/states';
import { CHECKOUT_DOWN, EDGE_ERRORS, STORE_DOWN, SYMPTOMS } from '../helpers/symptoms';

describe('incident that comes and goes', () => {
  test.each<[string, Wake[], string[]]>([
    [
      'is called unstable once after more than three changes in an hour, then kept quiet until it is stable',
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
      'tells its recovery when it is real, after it stayed down',
      [
        [0, [STORE_DOWN, 'ALARM']],
        [3, [STORE_DOWN, 'OK']],
        [6, [STORE_DOWN, 'ALARM']],
        [9, [STORE_DOWN, 'OK']],
        [10, [STORE_DOWN, 'ALARM']],
        ...minutes(11, 25),
        [26, [STORE_DOWN, 'OK']],
        [31],
      ],
      [
        '0 opened store-down store #1',
        '3 recovered store-down store #2',
        '6 relapsed store-down store #3',
        '9 unstable store-down store #4',
        '25 still store-down store #5',
        '26 recovered store-down store #6',
        '31 resolved store-down store #7',
      ],
    ],
  ])('%s', (_, wakes, said) => {
    expect(play(wakes)).toEqual(said);
  });

  /** A store that is down and up by turns for so many minutes, and up from then on. */
  const turns = (down: number, up: number, total: number): Wake[] =>
    minutes(0, total + 60).map(([minute]) => {
      const at = minute % (down + up);
      const isTurn = minute === total || (minute < total && (at === 0 || at === down));
      return isTurn ? [minute, [STORE_DOWN, minute < total && at === 0 ? 'ALARM' : 'OK']] : [minute];
    });

  test.each([
    [8, 8, 4, 7],
    [4, 12, 4, 7],
    [12, 4, 4, 7],
    [8, 7, 4, 7],
    [10, 20, 4, 7],
    [15, 15, 4, 7],
    [1, 29, 4, 7],
    [8, 8, 24, 17],
  ])(
    'that is down for %i min and up for %i, for %i h, is one in at most %i messages',
    (down, up, hours, most) => {
      const kinds = play(turns(down, up, hours * 60)).map((line) => line.split(' ')[1]);
      expect(kinds.filter((kind) => kind === 'opened')).toHaveLength(1);
      expect(kinds.length).toBeLessThanOrEqual(most);
      expect(kinds.slice(0, 2)).toEqual(['opened', 'recovered']);
      expect(kinds.at(-1)).toBe('resolved');
    },
  );

  test.each([
    ['is a drill', { drillUntilMs: TEN + 60 * MINUTE_MS }],
    [
      'ends planned work',
      { maintenance: [simpleMaintenance({ startMs: TEN, endMs: TEN + MINUTE_MS, status: 'completed' })] },
    ],
  ])('is not the last one again when it %s', (_, changes) => {
    const closed = simpleIncident({ wellSinceMs: TEN });
    const facts = { [STORE_DOWN.alarmName]: { state: 'ALARM', sinceMs: TEN + 2 * MINUTE_MS } } as const;
    const kindIn = (state: IncidentState) =>
      decide(state, { ...WATCHED, facts }, TEN + 3 * MINUTE_MS).announcement?.kind;
    expect(kindIn(simpleState({ closed }))).toBe('relapsed');
    expect(kindIn(simpleState({ closed, ...changes }))).toBe('opened');
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

  test('has to be acknowledged again when it is back after its end', () => {
    const closed = simpleIncident({
      wellSinceMs: TEN,
      acknowledgedAtMs: TEN,
      acknowledgedBy: 'x',
      escalatedAtMs: 1,
    });
    const facts = { [STORE_DOWN.alarmName]: { state: 'ALARM', sinceMs: TEN } } as const;
    const seen = { ...WATCHED, facts, escalateAfterMs: MINUTE_MS };
    const { incident } = decide(simpleState({ closed }), seen, TEN + MINUTE_MS).state;
    expect(incident).toMatchObject({ acknowledgedAtMs: null, escalateAtMs: TEN + 2 * MINUTE_MS });
    expect([incident?.acknowledgedBy, incident?.escalatedAtMs]).toEqual([undefined, undefined]);
  });
});
