import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { EmergencySite } from '../emergency-site/emergency-site';
import type { Topics } from '../monitoring/alarms/topics';
import type { Monitoring } from '../monitoring/monitoring';
import type { Output } from './outputs';

/** The parts that a person has business with after a deployment. */
export interface VisibleParts {
  readonly distribution: Distribution;
  readonly emergencySite: EmergencySite;
  readonly monitoring: Monitoring;
}

/** What a deployment shows at its end: shoppers' side first. */
export const understudyOutputs = ({
  distribution,
  emergencySite,
  monitoring,
}: VisibleParts): readonly Output[] => [
  {
    id: 'DistributionDomainName',
    value: distribution.distributionDomainName,
    description: 'CloudFront: look at /understudy/index.html here to see the emergency page',
  },
  {
    id: 'EmergencyBucketName',
    value: emergencySite.bucket.bucketName,
    description: 'S3: mirrored paths of the store go here, under the same key',
  },
  ...monitoringOutputs(monitoring),
];

const monitoringOutputs = (monitoring: Monitoring): readonly Output[] => [
  { id: 'DashboardUrl', value: monitoring.dashboardUrl, description: 'CloudWatch: look here first' },
  {
    id: 'StatusUpdateFunctionName',
    value: monitoring.statusUpdates.function.functionName,
    description: 'Lambda: what "npx understudy" asks',
  },
  {
    id: 'OutageAlarmName',
    value: monitoring.alarms.outage.alarmName,
    description: 'CloudWatch: in ALARM while anything about the store is',
  },
  ...topicOutputs(monitoring.topics),
  {
    id: 'RecordsBucketName',
    value: monitoring.recordsBucket.bucketName,
    description: 'S3: reviews, private',
  },
  ...monitoring.channels.flatMap(({ outputs }) => outputs),
  ...(monitoring.chatAck?.outputs ?? []),
];

const topicOutputs = ({ onCall, alarms, audit }: Topics): readonly Output[] => [
  {
    id: 'OnCallTopicArn',
    value: onCall.topicArn,
    description: 'SNS: one message per change of an outage',
  },
  {
    id: 'AlarmsTopicArn',
    value: alarms.topicArn,
    description: 'SNS: plain alarms, also when status updates are broken',
  },
  {
    id: 'AuditTopicArn',
    value: audit.topicArn,
    description: 'SNS: a daily sign of life, which wakes nobody',
  },
];
