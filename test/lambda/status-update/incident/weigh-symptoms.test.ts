import type { Hold } from '../../../../lambda/status-update/contract/hold';
import { weighHold } from '../../../../lambda/status-update/incident/weigh-symptoms';
import { CHECKOUT_DOWN, STORE_DOWN } from '../helpers/symptoms';

const CALCULATED = STORE_DOWN;
const CRITICAL = {
  ...CHECKOUT_DOWN,
  kind: 'store-down',
  alarmName: 'shop.example.com-home-down',
  label: 'home',
} as const;

const holdOn = (side: Hold['side']): Hold => ({
  id: 'one',
  side,
  endsAtMs: 1,
  sinceMs: 0,
  written: null,
  told: null,
  messages: 0,
  leasedUntilMs: 0,
});

describe('symptoms while a person holds the failover', () => {
  test('on the primary: a critical endpoint closes nothing, and the store is not down', () => {
    expect(weighHold([CALCULATED, CRITICAL, CHECKOUT_DOWN], holdOn('primary'))).toEqual([
      { ...CRITICAL, kind: 'endpoint-down' },
      CHECKOUT_DOWN,
    ]);
  });

  test.each([
    ['on the secondary', holdOn('secondary')],
    ['with no hold', undefined],
  ] as const)('%s: they mean what they always do', (_, hold) => {
    expect(weighHold([CALCULATED, CRITICAL], hold)).toEqual([CALCULATED, CRITICAL]);
  });
});
