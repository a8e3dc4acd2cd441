import { Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { dashboardUrl } from '../../lambda/status-update/contract/dashboard-url';
import { LAST_DRILL_KEY } from '../../lambda/status-update/contract/last-drill-key';
import type { HealthChecks } from '../failover/health-checks/health-checks';
import { pageLanguages } from '../page/page-languages';
import type { OnCallProps, UnderstudyProps } from '../understudy-props';
import type { AlarmContext } from './alarms/alarm-definition';
import { AnnouncerAlarms, type WatchedQueue } from './alarms/announcer-alarms';
import { StoreDashboard } from './alarms/dashboard';
import { StoreAlarms, type StoreAlarmsProps } from './alarms/store-alarms';
import { Topics } from './alarms/topics';
import { Channels, type ChannelsProps } from './channels/channels';
import { ChatAck } from './channels/chat-ack';
import { Runbook, type RunbookAddress, runbookUrl, stepsUrl } from './runbook/runbook';
import type { RunbookBucket } from './runbook/runbook-bucket';
import type { RunbookContext } from './runbook/runbook-document';
import { StatusUpdates, type StatusUpdatesProps } from './status-updates/status-updates';

/** What is watched, and who is told. */
export interface MonitoringProps {
  readonly store: UnderstudyProps;
  readonly healthChecks: HealthChecks;
  /** @default - nothing watches the emergency page */
  readonly pageHealthCheckId: string | undefined;
  readonly distribution: IDistribution;
  /** Gets the status that shoppers read, and the runbook. */
  readonly siteBucket: Bucket;
  /** Gets reviews. */
  readonly recordsBucket: RunbookBucket;
}

type Announcers = Pick<Monitoring, 'topics' | 'alarms' | 'statusUpdates' | 'channels' | 'chatAck'>;

/**
 * The parts that tell people: alarms, topics, status updates and the dashboard. None of it takes part in failing over:
 * the store is covered even while all of this is broken.
 */
export class Monitoring extends Construct {
  readonly topics: Topics;
  readonly alarms: StoreAlarms;
  readonly statusUpdates: StatusUpdates;
  readonly watcherAlarms: AnnouncerAlarms;
  readonly channels: readonly Channels[];
  /** Undefined when no chat may acknowledge. */
  readonly chatAck: ChatAck | undefined;
  readonly recordsBucket: RunbookBucket;
  /** Where on-call looks first. */
  readonly dashboardUrl: string;

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { domainName, onCall } = props.store;
    this.recordsBucket = props.recordsBucket;
    this.dashboardUrl = dashboardUrl(domainName, Stack.of(this).region);
    this.topics = new Topics(this, 'Topics', { onCall });
    this.alarms = new StoreAlarms(this, 'Alarms', storeAlarmsProps(props, this.topics));
    this.statusUpdates = new StatusUpdates(this, 'StatusUpdates', statusUpdatesProps(props, this));
    this.chatAck = addChatAck(this, onCall, this.statusUpdates);
    this.channels = addChannels(this, onCall, {
      topics: this.topics,
      state: { table: this.statusUpdates.table, partitionKey: domainName },
      ackLine: this.chatAck?.line,
    });
    this.watcherAlarms = addWatchers(this, props, this);
    new Runbook(this, 'Runbook', {
      ...runbookAddress(props, this.topics),
      bucket: props.siteBucket,
      alarms: [...this.alarms.runbookAlarms, ...this.watcherAlarms.runbookAlarms],
      ...runbookContext(this.dashboardUrl, props),
      symptoms: this.alarms.symptoms,
    });
  }
}

/** One for all chats that may acknowledge; undefined where there is none. */
function addChatAck(
  scope: Construct,
  { channels = [], escalation }: OnCallProps,
  { function: statusFunction, deadLetterQueue }: StatusUpdates,
): ChatAck | undefined {
  const all = [...channels, ...(escalation?.channels ?? [])];
  return all.some(({ acknowledges }) => acknowledges)
    ? new ChatAck(scope, 'ChatAck', { statusFunction, deadLetterQueue })
    : undefined;
}

/** The channels of on-call, and those of the second contact, which may be of the same kind. */
function addChannels(
  scope: Construct,
  { channels = [], escalation }: OnCallProps,
  { topics, state, ackLine }: Pick<Announcers, 'topics'> & Pick<ChannelsProps, 'state' | 'ackLine'>,
): Channels[] {
  const { onCall, alarms, escalation: secondTopic, key } = topics;
  const shared = { key, state, ackLine };
  const first = new Channels(scope, 'Channels', { channels, topics: [onCall, alarms], ...shared });
  if (secondTopic === undefined) {
    return [first];
  }
  const second = (escalation?.channels ?? []).map((one) => ({ ...one, name: `escalation-${one.name}` }));
  const props = { channels: second, topics: [secondTopic], ...shared };
  return [first, new Channels(scope, 'EscalationChannels', props)];
}

/** The alarms on what announces, and the dashboard with all there is to see. */
function addWatchers(scope: Construct, props: MonitoringProps, announcers: Announcers): AnnouncerAlarms {
  const { topics, alarms, statusUpdates } = announcers;
  const watched = {
    ...alarmContext(props, topics),
    ...healthCheckIds(props),
    statusFunction: statusUpdates.function,
    queues: deadLetterQueues(announcers),
  };
  const watcherAlarms = new AnnouncerAlarms(scope, 'WatcherAlarms', {
    ...watched,
    alarmsTopic: topics.alarms,
    auditTopic: topics.audit,
  });
  new StoreDashboard(scope, 'Dashboard', {
    ...watched,
    alarms: [...alarms.alarms, ...watcherAlarms.alarms],
    distributionId: props.distribution.distributionId,
  });
  return watcherAlarms;
}

function deadLetterQueues({ topics, statusUpdates, channels }: Announcers): readonly WatchedQueue[] {
  const { escalation } = topics.deadLetterQueues;
  return [
    { name: 'on-call-dead-letters', queue: topics.deadLetterQueues.onCall },
    { name: 'alarms-dead-letters', queue: topics.deadLetterQueues.alarms },
    { name: 'status-update-dead-letters', queue: statusUpdates.deadLetterQueue },
    ...(escalation === undefined ? [] : [{ name: 'escalation-dead-letters', queue: escalation }]),
    ...channels.flatMap(({ queues }) => queues),
  ];
}

function statusUpdatesProps(
  props: MonitoringProps,
  { topics, alarms }: Pick<Monitoring, 'topics' | 'alarms'>,
): StatusUpdatesProps {
  const { store, healthChecks, siteBucket, recordsBucket } = props;
  const { domainName, onCall, page, topology } = store;
  return {
    domainName,
    storeName: page.storeName,
    languages: pageLanguages(page),
    feedbackUrl: page.feedbackUrl,
    topology: topology.kind,
    symptoms: alarms.symptoms,
    storeHealthCheck: healthChecks,
    hasStandby: topology.kind === 'edge' && topology.standby !== undefined,
    onCallTopic: topics.onCall,
    escalationTopic: topics.escalation,
    auditTopic: topics.audit,
    siteBucket,
    recordsBucket,
    onCall,
    stepsUrl: runbookUrl(runbookAddress(props, topics)),
    returnSpread: store.returnSpread,
    revenuePerMinute: store.revenuePerMinute,
    hostedZoneId: store.hostedZone.hostedZoneId,
    platformStatusUrl: store.platformStatusUrl,
  };
}

function healthCheckIds({ healthChecks, pageHealthCheckId }: MonitoringProps) {
  const { storeHealthCheckId, portHealthCheckIds, endpoints } = healthChecks;
  return { storeHealthCheckId, portHealthCheckIds, endpoints, pageHealthCheckId };
}

function storeAlarmsProps(props: MonitoringProps, topics: Topics): StoreAlarmsProps {
  const { store, distribution } = props;
  return {
    ...healthCheckIds(props),
    ...alarmContext(props, topics),
    edge: store.topology.kind === 'edge' ? { distributionId: distribution.distributionId } : undefined,
    latency: latencySource(props),
    slowCloses: store.healthChecks.slowCloses,
    alarmsTopic: topics.alarms,
  };
}

function alarmContext(props: MonitoringProps, topics: Topics): AlarmContext {
  const { domainName, onCall } = props.store;
  const address = runbookAddress(props, topics);
  return {
    domainName,
    runbookUrl: onCall.runbookUrl,
    stepsUrl: (alarmName) => stepsUrl(address, domainName, alarmName),
  };
}

const runbookAddress = ({ distribution }: MonitoringProps, { key }: Topics): RunbookAddress => ({
  distributionDomainName: distribution.distributionDomainName,
  key,
});

function runbookContext(
  dashboardUrl: string,
  { store, recordsBucket }: MonitoringProps,
): Omit<RunbookContext, 'symptoms'> {
  const { domainName, onCall } = store;
  const { runbookUrl, owner = 'on-call', contacts = [] } = onCall;
  return {
    domainName,
    runbookUrl,
    owner,
    contacts,
    dashboardUrl,
    lastDrillUrl: recordsBucket.consoleUrl(LAST_DRILL_KEY),
  };
}

/** CloudFront measures the origin where it is the front door; elsewhere the Route 53 checkers do. */
function latencySource({
  store,
  healthChecks,
  distribution: { distributionId },
}: MonitoringProps): StoreAlarmsProps['latency'] {
  if (store.latencyAlarm === undefined) {
    return undefined;
  }
  const { threshold } = store.latencyAlarm;
  return store.topology.kind === 'edge'
    ? { kind: 'cloudfront', distributionId, threshold }
    : { kind: 'health-check', healthCheckId: healthChecks.firstCriticalHealthCheckId, threshold };
}
