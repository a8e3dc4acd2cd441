import { readPlainAlarm, titleOf } from '../../../lambda/channels/plain-alarm';
import { alarmDescription } from '../../../lib/monitoring/alarms/alarm-description';
import { OVER, simpleAlarm, simpleNotification } from './helpers/alarms';

describe('plain alarm', () => {
  test('says what ALARM means, since when, why, and where to look', () => {
    expect(readPlainAlarm(simpleNotification())).toEqual(simpleAlarm());
  });

  test('says in OK what OK means, and nothing of the trouble', () => {
    expect(readPlainAlarm(simpleNotification({ NewStateValue: 'OK' }))).toEqual(OVER);
  });

  test.each([
    ['ALARM', 'Shoppers wait. Repair it.'],
    ['INSUFFICIENT_DATA', 'Shoppers wait. Repair it.'],
    ['OK', 'nothing to do.'],
  ])('finds its words for %s in the descriptions of the stack', (NewStateValue, text) => {
    const links = { runbookUrl: 'https://w.example/r', stepsUrl: 'https://s.example/a' };
    const words = { impact: 'Shoppers wait.', action: 'Repair it.', alsoWithoutData: true };
    const AlarmDescription = alarmDescription(words, links);
    expect(readPlainAlarm(simpleNotification({ NewStateValue, AlarmDescription }))).toMatchObject({
      text,
      links: [{ url: links.runbookUrl }, { url: links.stepsUrl }],
    });
  });

  test.each([
    ['Disk full', 'Disk full'],
    ['', ''],
    [null, ''],
    [undefined, ''],
  ])("shows the whole description of somebody else's alarm: %j", (AlarmDescription, text) => {
    expect(readPlainAlarm(simpleNotification({ AlarmDescription }))).toMatchObject({ text, links: [] });
  });

  test('has state and name for its title', () => {
    expect(titleOf(OVER)).toBe('OK: shop.example.com-outage');
  });

  test.each([
    ['no object', 'ALARM'],
    ['no name', simpleNotification({ AlarmName: '' })],
    ['no known state', simpleNotification({ NewStateValue: 'RED' })],
    ['no time', simpleNotification({ StateChangeTime: 'soon' })],
  ])('is not what has %s', (_what, message) => {
    expect(readPlainAlarm(message)).toBeUndefined();
  });
});
