import { requireOneOutageAlarm } from '../../../lib/monitoring/alarms/store-alarms';

const alarms = (count: number, length: number) => Array.from({ length: count }, () => 'a'.repeat(length));
const refusal = (count: number, characters: number) =>
  `healthChecks.endpoints: must fit into one composite alarm, got ${count} alarms in a rule of ${characters} characters; CloudWatch takes 100 alarms in 10240 characters, so watch fewer endpoints or shorten their names`;

describe('the alarm over all symptoms', () => {
  test.each([
    ['99 alarms', alarms(99, 20)],
    ['100 alarms', alarms(100, 20)],
    ['10,239 characters', [...alarms(99, 41), 'a'.repeat(84)]],
    ['10,240 characters', [...alarms(99, 41), 'a'.repeat(85)]],
  ])('takes %s', (_what, names) => {
    expect(() => requireOneOutageAlarm(names)).not.toThrow();
  });

  test.each([
    ['101 alarms', alarms(101, 20), refusal(101, 8_177)],
    ['10,241 characters', [...alarms(99, 41), 'a'.repeat(86)], refusal(100, 10_241)],
  ])('is refused with %s', (_what, names, message) => {
    expect(() => requireOneOutageAlarm(names)).toThrow(message);
  });
});
