import { Lazy } from 'aws-cdk-lib';
import fc from 'fast-check';
import {
  alarmDescription,
  MAX_ALARM_DESCRIPTION_LENGTH,
} from '../../../lib/monitoring/alarms/alarm-description';
import { alarmsOf, synthesize } from './alarms-stack';

const TEXT = { impact: 'Shoppers wait.', action: 'Repair the origin.' };
const WORDS = 'In ALARM: Shoppers wait. Repair the origin. In OK: nothing to do. Runbook: ';
const STEPS = ' Steps: https://s.example/a';
const stepsUrl = 'https://s.example/a';
const FIXED = WORDS.length + STEPS.length;

describe('alarm description', () => {
  test('says what it means in ALARM, what in OK, and links both runbooks', () => {
    const links = { runbookUrl: 'https://w.example/r', stepsUrl };
    expect(alarmDescription(TEXT, links)).toBe(`${WORDS}https://w.example/r${STEPS}`);
  });

  test('says that silence means the same where it does', () => {
    const links = { runbookUrl: 'https://w.example/r', stepsUrl };
    const text = alarmDescription({ ...TEXT, alsoWithoutData: true }, links);
    expect(text).toMatch(/^In ALARM or INSUFFICIENT_DATA: Shoppers wait\. /);
  });

  test('names INSUFFICIENT_DATA at exactly those alarms that tell of it', () => {
    for (const { AlarmDescription, InsufficientDataActions = [] } of alarmsOf(synthesize().template)) {
      expect(AlarmDescription.startsWith('In ALARM or INSUFFICIENT_DATA: ')).toBe(
        InsufficientDataActions.length > 0,
      );
    }
  });

  test('is never longer than CloudWatch takes, and its links are never cut', () => {
    const urls = fc.integer({ min: 1, max: 2048 }).map((length) => 'u'.repeat(length));
    fc.assert(
      fc.property(urls, fc.string({ minLength: 1, maxLength: 500 }), (runbookUrl, impact) => {
        const fits = impact.length - TEXT.impact.length + FIXED + runbookUrl.length <= 1024;
        const describe = () => alarmDescription({ ...TEXT, impact }, { runbookUrl, stepsUrl });
        if (!fits) {
          return expect(describe).toThrow('onCall.runbookUrl: is too long');
        }
        expect(describe().length).toBeLessThanOrEqual(MAX_ALARM_DESCRIPTION_LENGTH);
        expect(describe().endsWith(runbookUrl + STEPS)).toBe(true);
      }),
    );
  });

  test.each([
    { length: 1024 - FIXED - 1, fits: true },
    { length: 1024 - FIXED, fits: true },
    { length: 1024 - FIXED + 1, fits: false },
  ])('with a link of $length characters fits: $fits', ({ length, fits }) => {
    const describe = () => alarmDescription(TEXT, { runbookUrl: 'u'.repeat(length), stepsUrl });
    if (fits) {
      expect(describe()).toHaveLength(FIXED + length);
    } else {
      expect(describe).toThrow(
        `onCall.runbookUrl: is too long for the description of an alarm, got ${1024 - FIXED + 1} characters; ` +
          `use a link of at most ${1024 - FIXED} characters`,
      );
    }
  });

  test.each([
    { length: 1024 - FIXED - 63, fits: true },
    { length: 1024 - FIXED - 62, fits: false },
  ])('keeps room for the longest name of a bucket: $fits', ({ length, fits }) => {
    const bucketName = Lazy.string({ produce: () => 'bucket' });
    const describe = () =>
      alarmDescription(TEXT, { runbookUrl: 'u'.repeat(length), stepsUrl: stepsUrl + bucketName });
    if (fits) {
      expect(describe()).toContain(bucketName);
    } else {
      expect(describe).toThrow(`use a link of at most ${length - 1} characters`);
    }
  });

  test('takes a link that is known at deployment only', () => {
    const token = Lazy.string({ produce: () => 'https://w.example/r' });
    const links = { runbookUrl: token, stepsUrl };
    expect(alarmDescription({ ...TEXT, impact: 'x'.repeat(1020) }, links)).toContain(token);
  });

  test('leaves room for a link of 300 characters at every alarm of a store with a long name', () => {
    const runbookUrl = `https://${'r'.repeat(292)}`;
    const { template } = synthesize({ domainName: `${'shop.'.repeat(20)}example.com`, runbookUrl });
    for (const { AlarmDescription } of alarmsOf(template)) {
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
      expect(AlarmDescription).toContain(` ${runbookUrl} Steps: `);
    }
  });
});
