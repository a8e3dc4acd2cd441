import { milestones } from '../../../../lambda/status-update/review/milestones';
import { at, sent, series, simpleEvidence, simpleReviewDue } from '../helpers/reviews';
import { DNS_SETTINGS, SETTINGS } from '../helpers/settings';

describe('milestones of an incident', () => {
  test.each([
    ['error rate below the noise', 'low', { '09:56': 0.9 }, '09:57'],
    ['error rate at the noise', 'low', { '09:56': 1 }, '09:57'],
    ['error rate above the noise', 'low', { '09:56': 1.1 }, '09:56'],
    ['share of healthy checkers at the noise', 'high', { '09:55': 99 }, '09:57'],
    ['share of healthy checkers below it', 'high', { '09:55': 98 }, '09:55'],
    ['error rate 15 minutes before the alarm', 'low', { '09:42': 50 }, '09:42'],
    ['error rate 16 minutes before the alarm', 'low', { '09:41': 50 }, '09:57'],
    ['error rate after the alarm only', 'low', { '09:58': 50 }, '09:57'],
  ] as const)('begin with the first sign: %s', (_what, good, values, began) => {
    const evidence = simpleEvidence({ series: [series(good, values)] });
    expect(milestones(simpleReviewDue(), evidence, SETTINGS.STORE).beganMs).toBe(at(began));
  });

  test('begin no later than Route 53 switched', () => {
    const evidence = simpleEvidence({ storeHealth: series('high', { '09:54': 100, '09:55': 0 }) });
    const times = milestones(simpleReviewDue(), evidence, DNS_SETTINGS.STORE);
    expect([times.beganMs, times.mitigation.atMs]).toEqual([at('09:55'), at('09:56')]);
  });

  test('are the first alarm, the first message, the recovery and the end', () => {
    const evidence = simpleEvidence({ messages: [sent('09:58', 1, 'opened'), sent('10:25', 2, 'resolved')] });
    expect(
      milestones(simpleReviewDue({ acknowledgedAtMs: at('10:01') }), evidence, SETTINGS.STORE),
    ).toMatchObject({
      beganMs: at('09:57'),
      detectedMs: at('09:57'),
      alertedMs: at('09:58'),
      acknowledgedMs: at('10:01'),
      recoveredMs: at('10:20'),
      resolvedMs: at('10:25'),
    });
  });
});
