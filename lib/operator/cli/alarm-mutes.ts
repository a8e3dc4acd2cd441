import {
  type CloudWatchClient,
  DeleteAlarmMuteRuleCommand,
  PutAlarmMuteRuleCommand,
} from '@aws-sdk/client-cloudwatch';
import { type AlarmMute, muteRule } from './mute-rule';

/** The mute rules of CloudWatch alarms. */
export interface AlarmMutes {
  put(mute: AlarmMute, nowMs: number): Promise<void>;
  /** Resolves also when there is no such rule. */
  remove(name: string): Promise<void>;
}

/**
 * CloudWatch's alarm mute rules. The caller needs `cloudwatch:PutAlarmMuteRule` on the rule and on the alarm, and
 * `cloudwatch:DeleteAlarmMuteRule`. Metric alarms and composite alarms can be muted alike.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
 */
export class CloudWatchAlarmMutes implements AlarmMutes {
  constructor(private readonly client: CloudWatchClient) {}

  async put(mute: AlarmMute, nowMs: number): Promise<void> {
    await this.client.send(new PutAlarmMuteRuleCommand(muteRule(mute, nowMs)));
  }

  /**
   * CloudWatch takes the deletion of a rule that does not exist for done; an answer to the contrary is no failure here.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarmMuteRule.html
   */
  async remove(name: string): Promise<void> {
    try {
      await this.client.send(new DeleteAlarmMuteRuleCommand({ AlarmMuteRuleName: name }));
    } catch (error) {
      if (!(error instanceof Error) || !/^ResourceNotFound/.test(error.name)) {
        throw error;
      }
    }
  }
}
