import { Token } from 'aws-cdk-lib';

/**
 * Longest description that CloudWatch takes, in characters.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export const MAX_ALARM_DESCRIPTION_LENGTH = 1024;

/** What a person needs to know who reads nothing but the plain message of an alarm. */
export interface AlarmText {
  /** One sentence: what shoppers or on-call feel. */
  readonly impact: string;
  /** One sentence: what to do next. */
  readonly action: string;
}

/**
 * The description of an alarm: impact, action and a link to the runbook.
 *
 * @throws Error at synth when the link makes it too long: a link cut short would lead nowhere
 */
export function alarmDescription(text: AlarmText, runbookUrl: string): string {
  const words = `${text.impact} ${text.action} Runbook: `;
  const longestUrl = MAX_ALARM_DESCRIPTION_LENGTH - words.length;
  if (!Token.isUnresolved(runbookUrl) && runbookUrl.length > longestUrl) {
    throw new Error(
      `onCall.runbookUrl: is too long for the description of an alarm, got ${runbookUrl.length} characters; ` +
        `use a link of at most ${longestUrl} characters`,
    );
  }
  return `${words}${runbookUrl}`;
}
