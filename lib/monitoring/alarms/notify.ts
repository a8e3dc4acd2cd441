import type { AlarmBase } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';

/** Tells a topic when the alarm goes to ALARM and also when it is OK again: a page without an end wakes people twice. */
export function notify(alarm: AlarmBase, topic: ITopic): void {
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
}

/** Tells a topic also when the alarm's metric falls silent. */
export function notifySilence(alarm: AlarmBase, topic: ITopic): void {
  notify(alarm, topic);
  alarm.addInsufficientDataAction(new SnsAction(topic));
}
