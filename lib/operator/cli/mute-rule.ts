import type { PutAlarmMuteRuleCommandInput } from '@aws-sdk/client-cloudwatch';
import { MINUTE_MS } from '../../../lambda/shared/contract/clock-units';

/** A time in which an alarm's actions are held back. The alarm itself goes on. */
export interface AlarmMute {
  /** Unique in the account; putting it again replaces it. */
  readonly name: string;
  readonly alarmName: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The mute rule as CloudWatch takes it. Its schedule knows whole minutes, and what it does with one that is past is not
 * documented.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
 */
export function muteRule({ name, alarmName, startMs, endMs }: AlarmMute, nowMs: number) {
  const beginMs = Math.ceil(Math.max(startMs, nowMs + 1) / MINUTE_MS) * MINUTE_MS;
  const minutes = Math.max(1, Math.ceil((endMs - beginMs) / MINUTE_MS));
  const at = new Date(beginMs).toISOString().slice(0, 16);
  return {
    Name: name,
    Description: 'Maintenance window, opened with "npx understudy maintenance"',
    Rule: { Schedule: { Expression: `at(${at})`, Duration: `PT${minutes}M`, Timezone: 'UTC' } },
    MuteTargets: { AlarmNames: [alarmName] },
    ExpireDate: new Date(endMs + MINUTE_MS),
  } satisfies PutAlarmMuteRuleCommandInput;
}
