import { describeLoss, failedRequests } from '../../../../lambda/status-update/message/loss';
import { simpleAnnouncement } from '../helpers/announcements';
import { SETTINGS } from '../helpers/settings';

const { STORE } = SETTINGS;
const RICH = { ...STORE, revenuePerMinute: { amount: 120, currency: 'EUR' } };
const OVER = simpleAnnouncement({ kind: 'recovered', wellSinceMs: Date.parse('2025-03-01T10:07:30Z') });

describe('failed requests', () => {
  test('are the share of errors in each minute', () => {
    const rates = new Map([
      [1, 100],
      [2, 50],
      [3, 10],
    ]);
    const requests = new Map([
      [1, 40],
      [2, 10],
    ]);
    expect(failedRequests(rates, requests)).toBe(45);
  });

  test('are not known without data', () => {
    expect(failedRequests(new Map(), new Map([[1, 5]]))).toBeUndefined();
  });
});

describe('estimate of a loss', () => {
  test.each([
    [
      'failed requests and sales',
      describeLoss(OVER, RICH, 4_100),
      'about 4,100 requests failed at CloudFront; up to 10 min x 120 = 1,200 EUR of sales (estimates)',
    ],
    [
      'requests only',
      describeLoss(OVER, STORE, 4_100),
      'about 4,100 requests failed at CloudFront (estimates)',
    ],
    [
      'sales only',
      describeLoss(OVER, RICH, undefined),
      'up to 10 min x 120 = 1,200 EUR of sales (estimates)',
    ],
    ['nothing when nothing is known', describeLoss(OVER, STORE, undefined), undefined],
    [
      'no sales when the store was only slow',
      describeLoss({ ...OVER, scope: { kind: 'slow', labels: ['origin'] } }, RICH, undefined),
      undefined,
    ],
  ])('names %s', (_, loss, expected) => {
    expect(loss).toBe(expected);
  });
});
