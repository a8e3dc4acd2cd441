import type { WrittenEnd } from '../../../../lambda/status-update/contract/hold';
import type { Message } from '../../../../lambda/status-update/contract/message';
import type { Symptom } from '../../../../lambda/status-update/contract/symptom';
import type { CheckerReport } from '../../../../lambda/status-update/message/checkers';
import type {
  MetricReference,
  MonitoringPort,
  Ports,
  RecordFile,
  StateStore,
  SwitchPosition,
  ZoneChange,
} from '../../../../lambda/status-update/ports';
import type { AlarmChange } from '../../../../lambda/status-update/review/evidence';
import type { SiteFile } from '../../../../lambda/status-update/site/site-files';
import type { AlarmFact, AlarmFacts } from '../../../../lambda/status-update/state/alarm-facts';

/** What the function asks of others; a message is `published` when the topic has it and the answer is still to come. */
export type Operation =
  | 'describe'
  | 'metrics'
  | 'checkers'
  | 'history'
  | 'zones'
  | 'platform'
  | 'read switch'
  | 'set switch'
  | 'write end'
  | 'remove end'
  | 'publish'
  | 'published'
  | 'write'
  | 'record';

/** CloudWatch, Route 53, SNS, S3 and the clock, under a test's control, recording what they are asked for. */
export class FakeWorld {
  nowMs = Date.parse('2025-03-01T10:00:00Z');
  readonly messages: Message[] = [];
  /** What the second contact got. */
  readonly secondMessages: Message[] = [];
  /** What was written, oldest first. */
  readonly files: SiteFile[] = [];
  /** Called before each operation; a test throws from it to make that operation fail. */
  before: (operation: Operation) => void = () => undefined;
  /** What Route 53's checkers see of every endpoint. */
  reports: readonly CheckerReport[] = [];
  /** What changed in the shop's zone. */
  zoneChanges: readonly ZoneChange[] = [];
  /** The JSON of the platform's status page. */
  platformSummary = '';
  readonly heartbeats: Message[] = [];
  /** How Route 53 has the calculated health check, as deployed at first. */
  failoverSwitch: SwitchPosition = { healthThreshold: 2, version: 1 };
  /** The schedule that gives it back, while there is one. */
  scheduledEnd: WrittenEnd | undefined;
  /** Reviews, oldest first. */
  readonly records: RecordFile[] = [];
  private readonly changes: AlarmChange[] = [];
  private alarms: AlarmFacts = {};
  private readonly values = new Map<string, ReadonlyMap<number, number>>();

  /** Changes an alarm now, and returns the event that EventBridge would deliver. */
  change({ alarmName }: Symptom, state: AlarmFact['state']): object {
    const summary = `Alarm updated from ${this.alarms[alarmName]?.state ?? 'OK'} to ${state}`;
    this.changes.push({ atMs: this.nowMs, alarmName, summary });
    this.alarms = { ...this.alarms, [alarmName]: { state, sinceMs: this.nowMs } };
    return {
      source: 'aws.cloudwatch',
      'detail-type': 'CloudWatch Alarm State Change',
      detail: { alarmName, state: { value: state, timestamp: new Date(this.nowMs).toISOString() } },
    };
  }

  /** Deletes an alarm. */
  delete({ alarmName }: Symptom): void {
    this.alarms = Object.fromEntries(Object.entries(this.alarms).filter(([name]) => name !== alarmName));
  }

  /** Gives a metric its datapoints, one per minute, the newest last: of the minute that it is. */
  measure(metricName: string, ...values: number[]): void {
    const endMs = Math.ceil(this.nowMs / 60_000) * 60_000 + 60_000;
    const minutes = values.map((value, at): [number, number] => [
      endMs - (values.length - at) * 60_000,
      value,
    ]);
    this.values.set(metricName, new Map(minutes));
  }

  /** Makes the next `times` calls of an operation fail. */
  fail(operation: Operation, times = 1): void {
    let left = times;
    this.before = (called) => {
      if (called === operation && left > 0) {
        left -= 1;
        throw new Error(`${operation} is broken`);
      }
    };
  }

  /** Lets time pass. */
  wait(minutes: number): void {
    this.nowMs += minutes * 60_000;
    this.endWhatIsDue(this.nowMs);
  }

  /** Route 53's health check is set to another threshold, by whomever. */
  setThreshold(healthThreshold: number): void {
    this.failoverSwitch = { healthThreshold, version: this.failoverSwitch.version + 1 };
  }

  /** EventBridge Scheduler does what is due by its own clock, and deletes the schedule. */
  endWhatIsDue(schedulersNowMs: number): void {
    if (this.scheduledEnd !== undefined && this.scheduledEnd.atMs <= schedulersNowMs) {
      this.setThreshold(this.scheduledEnd.healthThreshold);
      this.scheduledEnd = undefined;
    }
  }

  /** Subjects of the messages, oldest first, without what is the same in all of them. */
  get subjects(): string[] {
    return this.messages.map(({ subject }) =>
      subject
        .replace(/ shop\.example\.com(?::|(?= \())/, '')
        .replace(/ \(no\. \d+, [\d:]+\)/, '')
        .replace('INC-20250301-', ''),
    );
  }

  /** The mode in `status.json`. */
  get mode(): unknown {
    return JSON.parse(this.file('status.json')).x_mode;
  }

  /** A file of the emergency site as it is now. */
  file(name: string): string {
    return this.files.findLast((file) => file.name === name)?.body ?? '{}';
  }

  /** The ports of one function in this world. */
  ports(store: StateStore): Ports {
    return {
      store,
      now: () => this.nowMs,
      monitoring: this.monitoring(),
      checkers: {
        reports: async () => {
          this.before('checkers');
          return this.reports;
        },
      },
      failoverSwitch: {
        read: async () => {
          this.before('read switch');
          return this.failoverSwitch;
        },
        set: async (healthThreshold, { version }) => {
          this.before('set switch');
          if (version !== this.failoverSwitch.version) {
            throw new Error('HealthCheckVersionMismatch');
          }
          this.setThreshold(healthThreshold);
        },
      },
      holdEnd: {
        write: async (end) => {
          this.before('write end');
          this.scheduledEnd = end;
        },
        remove: async () => {
          this.before('remove end');
          this.scheduledEnd = undefined;
        },
      },
      announcer: {
        publish: async (message) => {
          this.before('publish');
          this.messages.push(message);
          this.before('published');
        },
      },
      secondContact: {
        publish: async (message) => {
          this.before('publish');
          this.secondMessages.push(message);
          this.before('published');
        },
      },
      audit: {
        publish: async (message) => {
          this.heartbeats.push(message);
        },
      },
      records: {
        write: async (file) => {
          this.before('record');
          this.records.push(file);
        },
      },
      zones: {
        changesSince: async () => {
          this.before('zones');
          return this.zoneChanges;
        },
      },
      platform: {
        summary: async () => {
          this.before('platform');
          return this.platformSummary;
        },
      },
      site: {
        write: async (file) => {
          this.before('write');
          this.files.push(file);
        },
      },
    };
  }

  private monitoring(): MonitoringPort {
    return {
      describeAlarms: async (names) => {
        this.before('describe');
        return Object.fromEntries(Object.entries(this.alarms).filter(([name]) => names.includes(name)));
      },
      latest: async (metrics: readonly MetricReference[]) => {
        this.before('metrics');
        return metrics.map(({ name }) => [...(this.values.get(name) ?? [])].at(-1)?.[1]);
      },
      alarmHistory: async () => {
        this.before('history');
        return this.changes;
      },
      perMinute: async (metrics) => {
        this.before('metrics');
        return metrics.map(({ name }) => this.values.get(name) ?? new Map());
      },
    };
  }
}
