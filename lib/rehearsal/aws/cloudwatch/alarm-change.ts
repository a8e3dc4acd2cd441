import { HOME_REGION } from '../../../../lambda/shared/contract/home-region';
import type { AlarmState } from '../../kernel/alarm-state';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { regionOf } from '../assembly/region-of';
import type { AlarmActions } from './rules/alarm-action';

/** An alarm and where it stands. */
export interface EmulatedAlarm extends AlarmActions {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly state: AlarmState;
  readonly because: string;
  /** When it entered its state. */
  readonly changedMs: number;
  /** When it was deployed. */
  readonly configuredMs: number;
  /** What its message says of what it watches: `Trigger` of a metric alarm, `AlarmRule` of a composite one. */
  readonly watches: Readonly<Record<string, unknown>>;
}

/** One change of state. */
export interface AlarmChange {
  readonly alarm: EmulatedAlarm;
  readonly previous: EmulatedAlarm;
  /** What holds back the actions of a composite alarm. @default - nothing does */
  readonly suppressedBy?: 'Alarm' | 'WaitPeriod' | 'ExtensionPeriod';
  /** Whether its actions had to wait for the end of a mute window. @default false */
  readonly afterMuteWindow?: boolean;
}

/**
 * The event that EventBridge gets. Emulation: of the configuration it has the description only, neither metrics nor the
 * rule of a composite alarm; a pattern that asks for those never matches.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const alarmEvent = ({ alarm, previous, suppressedBy }: AlarmChange) => ({
  version: '0',
  id: `${alarm.name}-${alarm.changedMs}`,
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: ACCOUNT_ID,
  time: new Date(alarm.changedMs).toISOString(),
  region: regionOf(alarm.arn),
  resources: [alarm.arn],
  detail: alarmData({ alarm, previous, suppressedBy }),
});

const alarmData = ({ alarm, previous, suppressedBy }: AlarmChange) => ({
  alarmName: alarm.name,
  state: { ...stateOf(alarm), ...(suppressedBy && suppressionBy(suppressedBy)) },
  previousState: stateOf(previous),
  configuration: { description: alarm.description },
});

/** Emulation: one reason for all three; AWS shows that of the wait period only. */
const suppressionBy = (by: NonNullable<AlarmChange['suppressedBy']>) => ({
  actionsSuppressedBy: by,
  actionsSuppressedReason: `Actions suppressed by ${by}`,
});

/**
 * What a function gets that is an action of the alarm.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
export const alarmInvocation = (change: AlarmChange) => ({
  source: 'aws.cloudwatch',
  alarmArn: change.alarm.arn,
  accountId: ACCOUNT_ID,
  time: timestamp(change.alarm.changedMs),
  region: regionOf(change.alarm.arn),
  alarmData: alarmData(change),
});

const timestamp = (epochMs: number): string => new Date(epochMs).toISOString().replace('Z', '+0000');

const stateOf = ({ state, because, changedMs }: EmulatedAlarm) => ({
  value: state,
  reason: because,
  timestamp: timestamp(changedMs),
});

/**
 * The plain message that CloudWatch itself sends to a topic. Emulation: that of a composite alarm does not name the alarms
 * that triggered it; e-mail shows a short text in the place of CloudWatch's own, whose exact wording AWS does not document.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export function alarmMessage({ alarm, previous, afterMuteWindow = false }: AlarmChange): {
  readonly subject: string;
  readonly message: string;
} {
  const fields = {
    AlarmName: alarm.name,
    AlarmDescription: alarm.description,
    AWSAccountId: ACCOUNT_ID,
    AlarmConfigurationUpdatedTimestamp: timestamp(alarm.configuredMs),
    NewStateValue: alarm.state,
    NewStateReason: alarm.because,
    StateChangeTime: timestamp(alarm.changedMs),
    Region: regionName(alarm),
    AlarmArn: alarm.arn,
    OldStateValue: previous.state,
    ActionExecutedAfterMuteWindow: afterMuteWindow,
    OKActions: alarm.actions.OK,
    AlarmActions: alarm.actions.ALARM,
    InsufficientDataActions: alarm.actions.INSUFFICIENT_DATA,
    ...alarm.watches,
  };
  const text = [
    `Alarm:  ${alarm.name}`,
    `State:  ${previous.state} -> ${alarm.state}`,
    `Reason: ${alarm.because}`,
    '',
    alarm.description,
  ];
  return {
    subject: `${alarm.state}: "${alarm.name}" in ${regionName(alarm)}`.slice(0, 99),
    message: JSON.stringify({
      default: JSON.stringify(fields),
      email: text.join('\n'),
      sms: `${alarm.state}: ${alarm.name}`,
    }),
  };
}

/** Emulation: messages call every region by the name that people know; only this one's is known here. */
function regionName({ arn }: EmulatedAlarm): string {
  const region = regionOf(arn);
  return region === HOME_REGION ? 'US East (N. Virginia)' : region;
}
