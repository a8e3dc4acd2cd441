import { Token, Tokenization } from 'aws-cdk-lib';

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
  /** Whether silence means the same as ALARM. @default false */
  readonly alsoWithoutData?: boolean;
}

/** Where an alarm's steps are written down. */
export interface RunbookLinks {
  /** The user's own. */
  readonly runbookUrl: string;
  /** The generated one of this alarm. May hold the name of a bucket that only a deployment knows. */
  readonly stepsUrl: string;
}

/** Longest name of a bucket, in characters: it stands in for a name that is not known yet. */
const MAX_BUCKET_NAME_LENGTH = 63;

/**
 * The description of an alarm: impact, action and links to both runbooks. CloudWatch sends it with every change of state,
 * so it says for which state it holds.
 *
 * @throws Error at synth when the link makes it too long: a link cut short would lead nowhere
 */
export function alarmDescription(text: AlarmText, { runbookUrl, stepsUrl }: RunbookLinks): string {
  const states = text.alsoWithoutData ? 'ALARM or INSUFFICIENT_DATA' : 'ALARM';
  const links = `Runbook: ${runbookUrl} Steps: ${stepsUrl}`;
  const words = `In ${states}: ${text.impact} ${text.action} In OK: nothing to do. ${links}`;
  const length = lengthWithToken(words);
  if (!Token.isUnresolved(runbookUrl) && length > MAX_ALARM_DESCRIPTION_LENGTH) {
    const longestUrl = runbookUrl.length - (length - MAX_ALARM_DESCRIPTION_LENGTH);
    throw new Error(
      `onCall.runbookUrl: is too long for the description of an alarm, got ${runbookUrl.length} characters; ` +
        `use a link of at most ${longestUrl} characters`,
    );
  }
  return words;
}

/** The longest that a text can get once its tokens, names of buckets, are known. */
function lengthWithToken(text: string): number {
  return Tokenization.reverseString(text)
    .mapTokens({ mapToken: () => 'x'.repeat(MAX_BUCKET_NAME_LENGTH) })
    .join({ join: (left, right) => `${left}${right}` }).length;
}
