import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { AnnouncerAlarms } from '../../../lib/monitoring/alarms/announcer-alarms';
import { StoreDashboard } from '../../../lib/monitoring/alarms/dashboard';
import { StoreAlarms, type StoreAlarmsProps } from '../../../lib/monitoring/alarms/store-alarms';
import { Topics } from '../../../lib/monitoring/alarms/topics';
import type { OnCallProps } from '../../../lib/understudy-props';

export const RUNBOOK_URL = 'https://wiki.example.com/runbook';

export const ON_CALL: OnCallProps = {
  emails: ['on-call@example.com', 'owner@example.com'],
  phoneNumbers: ['+48123456789'],
  webhooks: ['https://hooks.example.com/on-call'],
  runbookUrl: RUNBOOK_URL,
};

const SOURCES: Omit<StoreAlarmsProps, 'alarmsTopic'> = {
  domainName: 'shop.example.com',
  runbookUrl: RUNBOOK_URL,
  stepsUrl: (alarmName) => `https://steps.example.com/${alarmName}`,
  storeHealthCheckId: 'hc-store',
  pageHealthCheckId: 'hc-page',
  endpoints: [
    { name: 'home', critical: true, healthCheckId: 'hc-home' },
    { name: 'search', critical: false, healthCheckId: 'hc-search' },
  ],
  edge: { distributionId: 'E1' },
  latency: { kind: 'cloudfront', distributionId: 'E1', threshold: Duration.seconds(2) },
};

/** Every construct of `lib/monitoring/alarms` in one stack, with constants where other parts would give ids. */
export class AlarmsStack extends Stack {
  readonly topics: Topics;
  readonly storeAlarms: StoreAlarms;
  readonly watcherAlarms: AnnouncerAlarms;
  readonly statusFunction: LambdaFunction;
  readonly sources: Omit<StoreAlarmsProps, 'alarmsTopic'>;

  constructor(scope: App, overrides: Partial<StoreAlarmsProps> = {}) {
    super(scope, 'Alarms', { env: { region: 'us-east-1' } });
    const sources = { ...SOURCES, ...overrides };
    this.sources = sources;
    this.topics = new Topics(this, 'Topics', { onCall: ON_CALL });
    this.storeAlarms = new StoreAlarms(this, 'StoreAlarms', { alarmsTopic: this.topics.alarms, ...sources });
    this.statusFunction = new LambdaFunction(this, 'StatusFunction', {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      role: new Role(this, 'StatusFunctionRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      code: Code.fromInline('exports.handler = async () => {}'),
    });
    const watched = {
      statusFunction: this.statusFunction,
      queues: [{ name: 'on-call-dead-letters', queue: this.topics.deadLetterQueues.onCall }],
    };
    this.watcherAlarms = new AnnouncerAlarms(this, 'WatcherAlarms', {
      ...sources,
      ...watched,
      alarmsTopic: this.topics.alarms,
      auditTopic: this.topics.audit,
    });
    new StoreDashboard(this, 'Dashboard', {
      ...sources,
      ...watched,
      distributionId: 'E1',
      alarms: this.storeAlarms.alarms,
    });
  }
}

/** The stack and its template, with some sources of the alarms replaced. */
export function synthesize(overrides: Partial<StoreAlarmsProps> = {}): {
  stack: AlarmsStack;
  template: Template;
} {
  const stack = new AlarmsStack(new App(), overrides);
  return { stack, template: Template.fromStack(stack) };
}

/** What the alarms tests read of an alarm in a template. */
export interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AlarmActions?: readonly unknown[];
  readonly OKActions?: readonly unknown[];
  readonly InsufficientDataActions?: readonly unknown[];
}

/** The properties of all metric alarms and composite alarms, in the template's order. */
export function alarmsOf(template: Template): readonly AlarmProperties[] {
  const types = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];
  return types.flatMap((type) =>
    Object.values(template.findResources(type)).map((resource) => resource['Properties'] as AlarmProperties),
  );
}
