import { decide } from '../../../../lambda/status-update/incident/decide';
import type { Symptom } from '../../../../lib/alarms/symptom';
import { simpleIncident } from '../helpers/incidents';
import { MINUTE_MS, minutes, play, TEN, WATCHED, type Wake } from '../helpers/play';
import { simpleState } from '../helpers/states';
import { CHECKOUT_DOWN, EDGE_ERRORS, STORE_DOWN, SYMPTOMS } from '../helpers/symptoms';

describe('incident that comes and goes', () => {
  test.each<[string, Wake[], string[]]>([
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
  ])('%s', (_, wakes, said) => {
    expect(play(wakes)).toEqual(said);
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
});
