import { type Finding, fine, warned, wrong } from '../finding';
import { keyOf, type MadeRecord, namesMade, recordsMade } from './names-made';
import { oneAtATime } from './one-at-a-time';
import { describeRecord, recordConflict, type ZoneRecord } from './record-conflict';
import { distributionNames } from './refused-aliases';
import { refusedUpdates } from './refused-updates';
import { ofType, type Resources } from './resources';
import type { UpdateInspector } from './update-inspector';
import { verifyWildcards } from './verify-wildcards';

/** Looks what a deployment would meet: in the deployed template, in the hosted zone, and in API Gateway. */
export async function verifyUpdate(
  stackName: string,
  after: Resources,
  aws: UpdateInspector,
): Promise<readonly Finding[]> {
  const inspector = oneAtATime(aws);
  const deployed = await inspector.resources(stackName);
  const before = deployed ?? {};
  return [
    ...templateFindings(before, after, deployed === undefined),
    ...(await zoneFindings(before, after, inspector)),
    ...(await apiFindings(before, after, inspector)),
  ];
}

function templateFindings(before: Resources, after: Resources, isFirst: boolean): readonly Finding[] {
  const refused = refusedUpdates(before, after).map(({ subject, because, remedy }) =>
    wrong(subject, `${because}; ${remedy}`),
  );
  if (refused.length > 0) return refused;
  return [
    fine('update', isFirst ? 'is the first deployment' : 'changes nothing that AWS is known to refuse'),
  ];
}

async function zoneFindings(
  before: Resources,
  after: Resources,
  inspector: UpdateInspector,
): Promise<readonly Finding[]> {
  const isStated = recordsMade({}, after).length > 0 || ofType(after, 'AWS::Route53::RecordSet').length === 0;
  if (!isStated) {
    return [
      warned(
        'hosted zone',
        'is known to a deployment only: look there yourself for records and wildcards in the way',
      ),
    ];
  }
  return [
    ...(await recordFindings(before, after, inspector)),
    ...(await verifyWildcards(
      { made: namesMade(before, after), ofShop: distributionNames(after) },
      inspector,
    )),
  ];
}

/** Records that somebody else made where this deployment makes its own. */
async function recordFindings(
  before: Resources,
  after: Resources,
  inspector: UpdateInspector,
): Promise<readonly Finding[]> {
  const own = new Set(recordsMade({}, before).map(keyOf));
  const made = recordsMade(before, after);
  const foreign = await Promise.all(
    made.map(async (record) => {
      const there = await inspector.recordsFrom(record.zone, record.name);
      return there.filter((one) => !own.has(keyOf(one)) && recordConflict(one, record) !== undefined);
    }),
  );
  const inTheWay = new Map(
    made.flatMap((record, index) =>
      (foreign[index] ?? []).map((one) => [keyOf(one), { one, record }] as const),
    ),
  );
  if (inTheWay.size === 0) return [fine('hosted zone', 'has no record where this deployment makes one')];
  return [...inTheWay.values()].map(({ one, record }) => foreignRecord(one, record));
}

const foreignRecord = (one: ZoneRecord, made: MadeRecord): Finding =>
  wrong(
    `record ${one.name} ${describeRecord(one)}`,
    `is in the way of this deployment's ${made.type}: ${recordConflict(one, made)}; ` +
      'write it down, and delete it right before you deploy (README, "Deploy, cut over, go back")',
  );

/**
 * Names that another API has in the responder's Region, where each is unique across accounts. Of other accounts only
 * DNS tells.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
async function apiFindings(
  before: Resources,
  after: Resources,
  inspector: UpdateInspector,
): Promise<readonly Finding[]> {
  const zone = recordsMade({}, after)[0]?.zone;
  const old = apiNames(before);
  const names = apiNames(after).filter((name) => !old.includes(name));
  const findings = await Promise.all(
    names.map(async (name) => {
      const records = zone === undefined ? [] : await inspector.recordsFrom(zone, name);
      const led = records.find((one) => one.name === name && /\.execute-api\.us-east-1\./.test(one.leadsTo));
      if (led === undefined && !(await inspector.hasApiDomainName(name))) return undefined;
      return wrong(
        `API Gateway domain name ${name}`,
        `is taken in us-east-1${led === undefined ? '' : `, as its record shows (${describeRecord(led)})`}; a custom domain name ` +
          'is unique in a Region: set topology.standby, which needs none, or serve the store from another Region',
      );
    }),
  );
  const taken = findings.filter((finding) => finding !== undefined);
  return taken.length > 0 || names.length === 0
    ? taken
    : [fine('API Gateway', `has none of the ${names.length} domain names of the fast-fail responder yet`)];
}

const apiNames = (resources: Resources): readonly string[] =>
  ofType(resources, 'AWS::ApiGateway::DomainName')
    .map(({ properties }) => properties['DomainName'])
    .filter((name) => typeof name === 'string');
