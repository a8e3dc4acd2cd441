import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { EMERGENCY_PATH_PATTERN, objectKey } from '../../../lambda/emergency-response/contract/paths';
import { OWN_METRICS } from '../../../lambda/status-update/contract/own-metrics';
import { SITE_FILE_NAMES } from '../../../lambda/status-update/contract/site-file-names';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import type { TargetTimes } from '../../../lambda/status-update/contract/target-times';
import { FailoverHold, type StoreHealthCheck } from '../../failover/route53/failover-hold';
import { acknowledge } from '../../private/acknowledge';
import { DeadLetterQueue } from '../../private/dead-letter-queue';
import type { Money, OnCallProps } from '../../understudy-props';
import { DeployedSettings, type StoreSettings } from './deployed-settings';
import { escalationMinutes } from './escalation-minutes';
import { askCheckers, readAlarmsAndMetrics, readZoneChanges, STATE_ACTIONS } from './permissions';
import { StatusUpdateFunction } from './status-update-function';
import { StatusUpdateRules } from './status-update-rules';

/** The emergency site's own keys begin with it. */
const SITE_FOLDER = objectKey(EMERGENCY_PATH_PATTERN.slice(0, -1));

/** Reviews are named after their incidents, so their keys can't be listed. */
const REVIEW_KEYS = 'reviews/*';

/** Props of {@link StatusUpdates}. */
export interface StatusUpdatesProps {
  readonly domainName: string;
  /** The name shoppers know the store by. */
  readonly storeName: string;
  /** The emergency page's languages, as BCP 47 tags: shoppers are told how the store is in these. */
  readonly languages: readonly string[];
  /** Where shoppers say how it was for them, for the note to customers. @default - a gap in the note */
  readonly feedbackUrl?: string;
  readonly topology: 'edge' | 'dns';
  /** What moves the failover records, and may be held by a person. */
  readonly storeHealthCheck: StoreHealthCheck;
  /** Whether the secondary record leads to a second place that serves the store. */
  readonly hasStandby: boolean;
  /** The alarms about the store. At least one. */
  readonly symptoms: readonly Symptom[];
  /** Published to, never subscribed by the function: a loop would be stopped by Lambda. */
  readonly onCallTopic: Topic;
  /** Of the second contact. @default - there is none */
  readonly escalationTopic?: Topic;
  /** Gets a daily sign of life. */
  readonly auditTopic: Topic;
  /** Gets the review of each incident, and what the function has to know. */
  readonly recordsBucket: Bucket;
  /** The emergency site; `status.json` is written into it. */
  readonly siteBucket: IBucket;
  readonly onCall: OnCallProps;
  /** The generated runbook. Linked from every message. */
  readonly stepsUrl: string;
  /** Over which time waiting shoppers go back to the store. 5-900 s. @default - as the emergency page thinks best */
  readonly returnSpread?: Duration;
  /** Of the shop's zone, whose Change History messages quote where there is one. */
  readonly hostedZoneId: string;
  /** The JSON of a platform's status page. @default - no platform is asked */
  readonly platformStatusUrl?: string;
  /** For the estimate of what an outage cost. @default - messages name no amount */
  readonly revenuePerMinute?: Money;
}

/** Tells on-call staff through a topic and shoppers through `status.json` how the store is. */
export class StatusUpdates extends Construct {
  /** Woken by alarms and by a schedule. */
  readonly function: LambdaFunction;
  /** Wake-ups that could not be delivered or failed three times. */
  readonly deadLetterQueue: DeadLetterQueue;
  /** What the function remembers of its store: the state, and the last good settings. Kept when the stack is destroyed. */
  readonly table: Table;

  constructor(scope: Construct, id: string, props: StatusUpdatesProps) {
    super(scope, id);
    const alarmNames = props.symptoms.map((symptom) => symptom.alarmName);
    this.deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue');
    this.table = this.createTable();
    const hold = new FailoverHold(this, 'Hold', {
      ...props.storeHealthCheck,
      domainName: props.domainName,
    });
    const settings = new DeployedSettings(this, 'Settings', {
      bucket: props.recordsBucket,
      symptoms: props.symptoms,
      store: storeSettings(props),
    });
    this.function = new StatusUpdateFunction(this, 'StatusUpdate', {
      environment: this.environment(props, { ...settings.environment, ...hold.environment }),
      deadLetterQueue: this.deadLetterQueue,
    }).function;
    this.allow(props);
    settings.grant(this.function);
    hold.grant(this.function);
    new StatusUpdateRules(this, 'WakeUps', {
      statusFunction: this.function,
      alarmNames,
      deadLetterQueue: this.deadLetterQueue,
    });
  }

  private createTable(): Table {
    return new Table(this, 'State', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private environment(
    props: StatusUpdatesProps,
    parts: Readonly<Record<string, string>>,
  ): Record<string, string> {
    return {
      ...parts,
      TABLE_NAME: this.table.tableName,
      TOPIC_ARN: props.onCallTopic.topicArn,
      AUDIT_TOPIC_ARN: props.auditTopic.topicArn,
      ...(props.escalationTopic && { ESCALATION_TOPIC_ARN: props.escalationTopic.topicArn }),
      RECORDS_BUCKET: props.recordsBucket.bucketName,
      SITE_BUCKET: props.siteBucket.bucketName,
      SITE_PREFIX: SITE_FOLDER,
      POWERTOOLS_SERVICE_NAME: OWN_METRICS.service,
    };
  }

  /** What the function's code does, and nothing else. */
  private allow(props: StatusUpdatesProps): void {
    const { symptoms, onCallTopic, auditTopic, escalationTopic, siteBucket, recordsBucket } = props;
    const stack = Stack.of(this);
    this.table.grant(this.function, ...STATE_ACTIONS);
    for (const topic of [onCallTopic, auditTopic, escalationTopic]) {
      topic?.grantPublish(this.function);
    }
    const writeStatus = new PolicyStatement({
      actions: ['s3:PutObject'],
      resources: [
        ...SITE_FILE_NAMES.map((name) => siteBucket.arnForObjects(SITE_FOLDER + name)),
        recordsBucket.arnForObjects(REVIEW_KEYS),
      ],
    });
    const alarmNames = symptoms.map(({ alarmName }) => alarmName);
    const reading = [
      ...readAlarmsAndMetrics(stack, alarmNames),
      ...askCheckers(stack, symptoms),
      readZoneChanges(stack, props.hostedZoneId),
    ];
    for (const statement of [writeStatus, ...reading]) {
      this.function.addToRolePolicy(statement);
    }
    const records = stack.getLogicalId(recordsBucket.node.defaultChild as CfnBucket);
    acknowledge(this, {
      [`AwsSolutions-IAM5[Resource::<${records}.Arn>/${REVIEW_KEYS}]`]:
        'Each incident has a review of its own',
      'AwsSolutions-IAM5[Resource::*]': 'cloudwatch:GetMetricData has no resource-level permissions',
      'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]':
        "SNS needs both GenerateDataKey actions; they are limited to the topics' key",
    });
  }
}

/** What the function says and when, as it reads it. */
function storeSettings(props: StatusUpdatesProps): StoreSettings {
  const { domainName, storeName, languages, topology, stepsUrl, feedbackUrl, onCall } = props;
  const { returnSpread, revenuePerMinute, hasStandby } = props;
  return {
    domainName,
    storeName,
    languages,
    topology,
    stepsUrl,
    returnSeconds: returnSpread?.toSeconds(),
    ...(hasStandby && { standby: true }),
    ...incidentSettings(onCall),
    contacts: onCall.contacts,
    revenuePerMinute,
    feedbackUrl,
    hostedZoneId: props.hostedZoneId,
    platformStatusUrl: props.platformStatusUrl,
  };
}

function incidentSettings({ runbookUrl, owner = 'on-call', timeZone, ...times }: OnCallProps) {
  const { monitoringHold, longOutage, escalation, targets } = times;
  return {
    runbookUrl,
    owner,
    timeZone,
    holdMinutes: monitoringHold?.toMinutes(),
    longOutageHours: longOutage?.toHours(),
    escalationMinutes: escalationMinutes({ escalation }),
    targets: targets && targetMinutes(targets),
  };
}

const targetMinutes = (targets: NonNullable<OnCallProps['targets']>): TargetTimes =>
  Object.fromEntries(
    Object.entries(targets).map(([severity, { respond, mend }]) => [
      severity,
      { respond: respond?.toMinutes(), mend: mend?.toMinutes() },
    ]),
  );
