import { Lazy } from 'aws-cdk-lib';
import fc from 'fast-check';
import { alarmDescription, MAX_ALARM_DESCRIPTION_LENGTH } from '../../lib/alarms/alarm-description';
import { alarmsOf, synthesize } from './alarms-stack';

const TEXT = { impact: 'Shoppers wait.', action: 'Repair the origin.' };
const WORDS = 'Shoppers wait. Repair the origin. Runbook: ';

describe('alarm description', () => {
  test('is impact, action and the link', () => {
    expect(alarmDescription(TEXT, 'https://w.example/r')).toBe(`${WORDS}https://w.example/r`);
  });

  test('is never longer than CloudWatch takes, and its link is never cut', () => {
    const urls = fc.integer({ min: 1, max: 2048 }).map((length) => 'u'.repeat(length));
    fc.assert(
      fc.property(urls, fc.string({ minLength: 1, maxLength: 500 }), (url, impact) => {
        const fits = impact.length + ' Repair the origin. Runbook: '.length + url.length <= 1024;
        const describe = () => alarmDescription({ ...TEXT, impact }, url);
        if (!fits) return expect(describe).toThrow('onCall.runbookUrl: is too long');
        expect(describe().length).toBeLessThanOrEqual(MAX_ALARM_DESCRIPTION_LENGTH);
        expect(describe().endsWith(url)).toBe(true);
      }),
    );
  });

  test.each([
    { length: 1024 - WORDS.length - 1, fits: true },
    { length: 1024 - WORDS.length, fits: true },
    { length: 1024 - WORDS.length + 1, fits: false },
  ])('with a link of $length characters fits: $fits', ({ length, fits }) => {
    const describe = () => alarmDescription(TEXT, 'u'.repeat(length));
    if (fits) expect(describe()).toHaveLength(WORDS.length + length);
    else
      expect(describe).toThrow(
        'onCall.runbookUrl: is too long for the description of an alarm, got 982 characters; ' +
          'use a link of at most 981 characters',
      );
  });

  test('takes a link that is known at deployment only', () => {
    const token = Lazy.string({ produce: () => 'https://w.example/r' });
    expect(alarmDescription({ ...TEXT, impact: 'x'.repeat(1020) }, token)).toContain(token);
  });

  test('leaves room for a link of 500 characters at every alarm of a store with a long name', () => {
    const runbookUrl = `https://${'r'.repeat(492)}`;
    const { template } = synthesize({ domainName: `${'shop.'.repeat(20)}example.com`, runbookUrl });
    for (const { AlarmDescription } of alarmsOf(template)) {
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
      expect(AlarmDescription.endsWith(runbookUrl)).toBe(true);
    }
  });
});
