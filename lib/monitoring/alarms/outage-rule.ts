import { HOME_REGION } from '../../../lambda/shared/contract/home-region';

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
const MAX_ALARMS = 100;
const MAX_CHARACTERS = 10_240;

/** What the rule has around an alarm's name. Account numbers have twelve digits. */
const AROUND = `ALARM("arn:aws:cloudwatch:${HOME_REGION}:111122223333:alarm:")`.length;
const BETWEEN = ' OR '.length;

/**
 * Refuses what CloudWatch would refuse at deployment: one composite alarm is over all symptoms.
 *
 * @throws Error at synth
 */
export function requireOneOutageAlarm(alarmNames: readonly string[]): void {
  const names = alarmNames.reduce((sum, name) => sum + name.length, 0);
  const characters = names + alarmNames.length * (AROUND + BETWEEN) - BETWEEN;
  if (alarmNames.length > MAX_ALARMS || characters > MAX_CHARACTERS) {
    throw new Error(
      `healthChecks.endpoints: must fit into one composite alarm, got ${alarmNames.length} alarms in a rule of ${characters} characters; CloudWatch takes ${MAX_ALARMS} alarms in ${MAX_CHARACTERS} characters, so watch fewer endpoints or shorten their names`,
    );
  }
}
