import { milestones } from '../../../../lambda/status-update/review/milestones';
import { at, sent, series, simpleEvidence, simpleReviewDue } from '../helpers/reviews';
import { DNS_SETTINGS, SETTINGS } from '../helpers/settings';

describe('milestones of an incident', () => {
  test('begin where messages say that it began, before the first alarm', () => {
    const due = simpleReviewDue({ startedAtMs: at('09:55'), alarmedAtMs: at('09:57') });
    const { beganMs, detectedMs } = milestones(due, simpleEvidence(), SETTINGS.STORE);
    expect([beganMs, detectedMs]).toEqual([at('09:55'), at('09:57')]);
  });

  test('say when Route 53 switched', () => {
    const evidence = simpleEvidence({ storeHealth: series('high', { '09:56': 100, '09:57': 0 }) });
    const times = milestones(simpleReviewDue(), evidence, DNS_SETTINGS.STORE);
    expect([times.beganMs, times.mitigation.atMs]).toEqual([at('09:57'), at('09:58')]);
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
