import { describeLoss, failedIn } from '../../../../lambda/status-update/message/loss';
import { simpleAnnouncement } from '../helpers/announcements';
import { SETTINGS } from '../helpers/settings';

const { STORE } = SETTINGS;
const RICH = { ...STORE, revenuePerMinute: { amount: 120, currency: 'EUR' } };
const well = (time: string) =>
  simpleAnnouncement({ kind: 'recovered', wellSinceMs: Date.parse(`2025-03-01T${time}Z`) });
const OVER = well('10:07:30');
const FAILED = { requests: 4_100, minutes: 2 };

describe('failed requests', () => {
  test('are the share of errors in each minute, and the minutes with errors', () => {
    const rates = new Map([
      [1, 100],
      [2, 50],
      [3, 10],
      [4, 0],
    ]);
    const requests = new Map([
      [1, 40],
      [2, 10],
      [4, 10],
    ]);
    expect(failedIn(rates, requests)).toEqual({ requests: 45, minutes: 2 });
  });

  test('are not known without data', () => {
    expect(failedIn(new Map(), new Map([[1, 5]]))).toBeUndefined();
  });
});

describe('estimate of a loss', () => {
  test.each([
    [
      'failed requests and sales',
      describeLoss(OVER, RICH, FAILED),
      'about 4,100 requests failed at CloudFront; up to 11 min x 120 = 1,320 EUR of sales (estimates)',
    ],
    [
      'requests only',
      describeLoss(OVER, STORE, FAILED),
      'about 4,100 requests failed at CloudFront (estimates)',
    ],
    [
      'sales only',
      describeLoss(OVER, RICH, undefined),
      'up to 11 min x 120 = 1,320 EUR of sales (estimates)',
    ],
    ['nothing when nothing is known', describeLoss(OVER, STORE, undefined), undefined],
    [
      'no sales when the store was only slow',
      describeLoss({ ...OVER, scope: { kind: 'slow', labels: ['origin'] } }, RICH, undefined),
      undefined,
    ],
    [
      'the sales of the minutes with errors when a standby served',
      describeLoss({ ...OVER, scope: { kind: 'on-standby', labels: ['store'] } }, RICH, FAILED),
      'about 4,100 requests failed at CloudFront; up to 2 min x 120 = 240 EUR of sales (estimates)',
    ],
    [
      'no sales when a standby served and nothing failed',
      describeLoss({ ...OVER, scope: { kind: 'on-standby', labels: ['store'] } }, RICH, {
        requests: 0,
        minutes: 0,
      }),
      'no request failed at CloudFront (estimates)',
    ],
    [
      'no sales when a standby served and nobody knows what failed',
      describeLoss({ ...OVER, scope: { kind: 'on-standby', labels: ['store'] } }, RICH, undefined),
      undefined,
    ],
  ])('names %s', (_, loss, expected) => {
    expect(loss).toBe(expected);
  });

  test.each([
    ['09:57:00', 1],
    ['09:58:00', 1],
    ['09:58:01', 2],
  ])('is an upper bound: until %s it counts %d min', (time, minutes) => {
    expect(describeLoss(well(time), RICH, undefined)).toContain(`up to ${minutes} min x`);
  });
});
