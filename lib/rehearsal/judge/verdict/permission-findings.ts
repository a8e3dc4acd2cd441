import type { TimedEvent } from '../../kernel/event-log';
import { type Finding, judged, never } from './finding';

type PermissionEvent = Extract<TimedEvent, { kind: 'permission' }>;

/** What comes of it when somebody may not do something. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  'dynamodb:GetItem': 'it does not know what it knew',
  'dynamodb:PutItem': 'it forgets what it knows',
  'kms:Decrypt': 'nothing that the key encrypts gets anywhere',
  'kms:GenerateDataKey': 'nothing that the key encrypts gets anywhere',
  'lambda:InvokeFunction': 'nothing wakes the function',
  'logs:CreateLogStream': 'its log and the metrics in it are lost',
  'logs:PutLogEvents': 'its log and the metrics in it are lost',
  's3:GetObject': 'it goes without what is there',
  's3:PutObject': 'nothing is written there',
  'secretsmanager:GetSecretValue': 'its receiver gets nothing',
  'sns:Publish': 'nobody is told',
  'sqs:SendMessage': 'what fails is lost without a trace',
  'sts:AssumeRole': 'nothing is done as this role',
};

/**
 * What AWS would refuse, and what the templates don't tell. Nothing where all is allowed: then there is nothing to say.
 *
 * What is not proved passes, and yet may be refused.
 */
export function permissionFindings(events: readonly TimedEvent[]): readonly Finding[] {
  const asked = events.filter((event) => event.kind === 'permission');
  const denied = asked.filter(({ outcome }) => outcome === 'denied');
  const unknown = asked.filter(({ outcome }) => outcome === 'unknown');
  return [
    ...(denied.length > 0
      ? [
          never({
            what: `calls that AWS refuses: ${denied.map(told).join('; ')}`,
            measured: denied.length,
            unit: 'calls',
            changedBy: [],
          }),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          judged({
            kind: 'expectation',
            what: `calls that AWS may refuse, for not every policy is known: ${unknown.map(plain).join('; ')}`,
            measured: 0,
            mayReach: unknown.length,
            atMost: 0,
            unit: 'calls',
            changedBy: [],
          }),
        ]
      : []),
  ];
}

function told(event: PermissionEvent): string {
  const consequence = Object.hasOwn(CONSEQUENCES, event.action) ? CONSEQUENCES[event.action] : undefined;
  return `${plain(event)}: ${consequence ?? 'it goes without'}`;
}

const plain = ({ caller, action, resource }: PermissionEvent): string =>
  `${caller} may not ${action} on ${resource}`;
