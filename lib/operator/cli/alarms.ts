import { type CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';

/** One alarm as CloudWatch has it now. */
export interface AlarmSeen {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  /** Of its last change, in epoch milliseconds. @default - CloudWatch names none */
  readonly sinceMs?: number | undefined;
}

/** Alarms of CloudWatch. */
export interface Alarms {
  /** Those whose names begin with a prefix, metric alarms and composite ones. */
  named(prefix: string): Promise<readonly AlarmSeen[]>;
}

/**
 * Reads CloudWatch. The caller needs `cloudwatch:DescribeAlarms`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
export class CloudWatchAlarms implements Alarms {
  constructor(private readonly client: CloudWatchClient) {}

  async named(prefix: string): Promise<readonly AlarmSeen[]> {
    // Composite alarms are left out unless they are asked for.
    const input = {
      AlarmNamePrefix: prefix,
      AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const],
    };
    const found: AlarmSeen[] = [];
    for await (const page of paginateDescribeAlarms({ client: this.client }, input)) {
      for (const alarm of [...(page.MetricAlarms ?? []), ...(page.CompositeAlarms ?? [])]) {
        const { AlarmName: name = '', StateValue: state = 'INSUFFICIENT_DATA' } = alarm;
        found.push({ name, state, sinceMs: alarm.StateTransitionedTimestamp?.getTime() });
      }
    }
    return found;
  }
}
