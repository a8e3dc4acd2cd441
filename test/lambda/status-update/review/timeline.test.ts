import { milestones } from '../../../../lambda/status-update/review/milestones';
import { timeline } from '../../../../lambda/status-update/review/timeline';
import { at, sent, simpleEvidence, simpleReviewDue, told } from '../helpers/reviews';
import { SETTINGS } from '../helpers/settings';

/** The lines of a timeline, each as one text. */
function linesOf(due = simpleReviewDue(), evidence = simpleEvidence()): string[] {
  return timeline(due, evidence, milestones(due, evidence, SETTINGS.STORE)).map(
    ({ atMs, source, text }) => `${new Date(atMs).toISOString().slice(11, 16)} ${source}: ${text}`,
  );
}

describe('timeline of an incident', () => {
  test('merges deployment, metrics, alarms, messages and people in order', () => {
    const due = simpleReviewDue({ deployment: { version: 'v41', atMs: at('09:30') } });
    const evidence = simpleEvidence({
      alarmChanges: [
        { atMs: at('09:57'), alarmName: 'store-down', summary: 'Alarm updated from OK to ALARM' },
        { atMs: at('10:15'), alarmName: 'store-down', summary: 'Alarm updated from ALARM to OK' },
      ],
      messages: [sent('09:58', 1, 'opened'), sent('10:13', 2, 'still')],
      told: [
        told('09:58', 'investigating'),
        told('10:06', 'investigating', 'We found the cause.'),
        { ...told('10:08', 'investigating'), by: 'arn:aws:iam::111122223333:user/ann' },
      ],
    });
    expect(linesOf(due, evidence)).toEqual([
      '09:30 note: deployed v41',
      '09:57 metrics: First sign',
      '09:57 CloudWatch: store-down: Alarm updated from OK to ALARM',
      '09:58 Understudy: Message 1: it began',
      '10:06 person: Told shoppers: We found the cause.',
      '10:08 arn:aws:iam::111122223333:user/ann: Took back what shoppers were told',
      '10:13 Understudy: Message 2: it goes on (reminder)',
      '10:15 CloudWatch: store-down: Alarm updated from ALARM to OK',
      '10:20 Understudy: Every alarm is OK',
    ]);
  });

  test.each([
    ['09:54', []],
    ['09:55', ['09:55 CloudWatch: store-down: noise']],
  ])('of which 09:57 is the first sign has what an alarm did at %s or not', (time, lines) => {
    const alarmChanges = [{ atMs: at(time), alarmName: 'store-down', summary: 'noise' }];
    const told = linesOf(simpleReviewDue(), simpleEvidence({ alarmChanges }));
    expect(told.filter((line) => line.includes('CloudWatch'))).toEqual(lines);
  });

  test.each([
    ['10:07', false],
    ['10:08', true],
  ])('with nothing from 09:57 to %s says so: %s', (time, isMarked) => {
    const due = simpleReviewDue({ wellSinceMs: at(time) });
    expect(linesOf(due).some((line) => line.startsWith('09:57 : Nothing recorded for'))).toBe(isMarked);
  });
});
