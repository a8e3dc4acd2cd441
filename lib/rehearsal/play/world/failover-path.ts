import { splitByCoverage } from '../../aws/assembly/coverage';
import { type DeployedResource, resourceName } from '../../aws/assembly/deployed-resource';
import type { Deployment } from '../../aws/assembly/deployment';
import type { Mentions } from '../../aws/assembly/mentions';
import { ownProperty } from '../../aws/assembly/own-property';
import { DISTRIBUTION, MONITORING_SUBSCRIPTION } from '../../aws/cloudfront/resource';
import { ALARM, COMPOSITE_ALARM, MUTE_RULE } from '../../aws/cloudwatch/resource';
import { RULE } from '../../aws/events/resource';
import { EVENT_INVOKE_CONFIG } from '../../aws/lambda/resource';
import { HEALTH_CHECK, RECORD_SET } from '../../aws/route53/resource';
import { BUCKET_DEPLOYMENT } from '../../aws/s3/resource';
import { SUBSCRIPTION } from '../../aws/sns/resource';
import { IRRELEVANT_TYPES } from './irrelevant-types';
import { MODELS } from './models';

/** Services whose resources decide what shoppers and on-call see: on the path, each type of theirs must be modelled. */
const SERVICES =
  /^AWS::(ApiGateway|ApiGatewayV2|CloudFront|CloudWatch|Events|Lambda|Pipes|Route53|Route53RecoveryControl|S3|SNS|Scheduler)::/;

/** Whether a resource of this type stops the rehearsal when it is on the path and not modelled. */
export const mustBeModelled = (type: string): boolean =>
  SERVICES.test(type) && !MODELS.has(type) && ownProperty(IRRELEVANT_TYPES, type) === undefined;

/** What answers for the names that it says. */
const ANSWERING: ReadonlySet<string> = new Set([RECORD_SET, DISTRIBUTION].map(({ type }) => type));

/** What belongs to whatever it mentions. Everything else is used by what mentions it, and else by nobody. */
const BELONGING: ReadonlySet<string> = new Set(
  [
    ...[MONITORING_SUBSCRIPTION, BUCKET_DEPLOYMENT],
    ...[ALARM, COMPOSITE_ALARM, MUTE_RULE, RULE, SUBSCRIPTION, EVENT_INVOKE_CONFIG],
  ].map(({ type }) => type),
);

/** Stands for the name that shoppers type. */
const SHOP = 'the shop';

type Properties = DeployedResource['properties'];

/** A resource that may be on the path. */
interface Stop {
  readonly name: string;
  readonly begins: boolean;
  /** These are on the path when this is. */
  readonly leadsTo: ReadonlySet<string>;
  /** This is on the path when any of these is. */
  readonly belongsTo: ReadonlySet<string>;
}

/**
 * The resources off the failover path. On it is what shoppers and health checkers may reach from the shop's name, what
 * watches any of that, and everything that hears of it: all by what the template says. Permissions lead nowhere.
 * @returns their names
 */
export function offFailoverPath(deployment: Deployment, domainName: string): ReadonlySet<string> {
  const concerned = deployment.resources.filter(
    ({ type }) =>
      ownProperty(IRRELEVANT_TYPES, type) === undefined && (MODELS.has(type) || mustBeModelled(type)),
  );
  const mentions = deployment.mentionsOf(concerned);
  mentions.add(domainName, SHOP);
  const stops = concerned.map((resource) => readStop(resource, mentions));
  const path = reach(stops);
  return new Set(stops.map(({ name }) => name).filter((name) => !path.has(name)));
}

function readStop(resource: DeployedResource, mentions: Mentions): Stop {
  const { type } = resource;
  const properties = modelledProperties(resource);
  const mentioned = mentions.in(properties, resource);
  const isModelled = MODELS.has(type);
  return {
    name: resourceName(resource),
    begins:
      isAlwaysOnPath(resource, mentions) || ((ANSWERING.has(type) || !isModelled) && mentioned.has(SHOP)),
    // An alarm leads to whom it tells; what it watches works without it.
    leadsTo: type === ALARM.type ? mentions.in(actionsOf(properties), resource) : mentioned,
    belongsTo: BELONGING.has(type) || !isModelled ? mentioned : new Set(),
  };
}

/** Of a resource that is modelled, what is ignored leads nowhere either. */
function modelledProperties({ type, properties }: DeployedResource): Properties {
  const model = MODELS.get(type);
  return model ? (splitByCoverage(properties, model.properties).kept as Properties) : properties;
}

const actionsOf = ({ AlarmActions, OKActions, InsufficientDataActions }: Properties): unknown => [
  AlarmActions,
  OKActions,
  InsufficientDataActions,
];

/** What says no name, and may still concern the shop. */
function isAlwaysOnPath(resource: DeployedResource, mentions: Mentions): boolean {
  const { type, properties } = resource;
  if (type === RECORD_SET.type) {
    return /^(\*|\\052)/.test(String(properties['Name']));
  }
  return type === HEALTH_CHECK.type || (type === RULE.type && hearsEveryAlarm(resource, mentions));
}

/** A pattern that may match events of any alarm, for it names none of the assembly's, or some that it leaves out. */
function hearsEveryAlarm(rule: DeployedResource, mentions: Mentions): boolean {
  const pattern = rule.properties['EventPattern'];
  if (typeof pattern !== 'object' || pattern === null) {
    return false;
  }
  const named = [...mentions.in(pattern, rule)].filter((name) => name !== SHOP);
  if (named.length > 0 && !JSON.stringify(pattern).includes('anything-but')) {
    return false;
  }
  const source = JSON.stringify((pattern as Properties)['source'] ?? 'aws.cloudwatch');
  return source.includes('aws.cloudwatch') || source.includes('{');
}

/** Everything that is on the path, by name. */
function reach(stops: readonly Stop[]): ReadonlySet<string> {
  const byName = new Map(stops.map((stop) => [stop.name, stop]));
  const belonging = new Map<string, string[]>();
  for (const { name, belongsTo } of stops) {
    for (const other of belongsTo) {
      const names = belonging.get(other) ?? [];
      names.push(name);
      belonging.set(other, names);
    }
  }
  const path = new Set<string>();
  const open = stops.filter(({ begins }) => begins).map(({ name }) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (path.has(name)) {
      continue;
    }
    path.add(name);
    open.push(...(byName.get(name)?.leadsTo ?? []), ...(belonging.get(name) ?? []));
  }
  return path;
}
