import {
  type CloudWatchClient,
  DeleteAlarmMuteRuleCommand,
  PutAlarmMuteRuleCommand,
} from '@aws-sdk/client-cloudwatch';

const MINUTE_MS = 60_000;

/** A time in which an alarm's actions are held back. The alarm itself goes on. */
export interface AlarmMute {
  /** Unique in the account; putting it again replaces it. */
  readonly name: string;
  readonly alarmName: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** The mute rules of CloudWatch alarms. */
export interface AlarmMutes {
  put(mute: AlarmMute, nowMs: number): Promise<void>;
  remove(name: string): Promise<void>;
}

/**
 * CloudWatch's alarm mute rules. The caller needs `cloudwatch:PutAlarmMuteRule` on the rule and on the alarm, and
 * `cloudwatch:DeleteAlarmMuteRule`. The API reference names alarms without telling whether composite alarms count;
 * this was not tried.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
 */
export class CloudWatchAlarmMutes implements AlarmMutes {
  constructor(private readonly client: CloudWatchClient) {}

  async put({ name, alarmName, startMs, endMs }: AlarmMute, nowMs: number): Promise<void> {
    // The schedule knows whole minutes, and what it does with one that is past is not documented.
    const beginMs = Math.ceil(Math.max(startMs, nowMs + 1) / MINUTE_MS) * MINUTE_MS;
    const minutes = Math.max(1, Math.ceil((endMs - beginMs) / MINUTE_MS));
    const at = new Date(beginMs).toISOString().slice(0, 16);
    await this.client.send(
      new PutAlarmMuteRuleCommand({
        Name: name,
        Description: 'Maintenance window, opened with "npx understudy maintenance"',
        Rule: { Schedule: { Expression: `at(${at})`, Duration: `PT${minutes}M`, Timezone: 'UTC' } },
        MuteTargets: { AlarmNames: [alarmName] },
        ExpireDate: new Date(endMs + MINUTE_MS),
      }),
    );
  }

  async remove(name: string): Promise<void> {
    await this.client.send(new DeleteAlarmMuteRuleCommand({ AlarmMuteRuleName: name }));
  }
}
