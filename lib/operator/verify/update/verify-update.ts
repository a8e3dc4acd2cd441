import { HOME_REGION } from '../../../../lambda/shared/contract/home-region';
import { fine, type VerifyFinding, warned, wrong } from '../finding';
import { keyOf, type MadeRecord, namesMade, recordsMade } from './names-made';
import { oneAtATime } from './one-at-a-time';
import { describeRecord, recordConflict, type ZoneRecord } from './record-conflict';
import { distributionNames } from './refused-aliases';
import { refusedUpdates } from './refused-updates';
import { ofType, type Resources } from './resources';
import type { UpdateInspector } from './update-inspector';
import { verifyWildcards } from './verify-wildcards';

/** Looks what a deployment would meet: in the deployed template and the hosted zone, and at the dead end. */
export async function verifyUpdate(
  stackName: string,
  after: Resources,
  aws: UpdateInspector,
): Promise<readonly VerifyFinding[]> {
  const inspector = oneAtATime(aws);
  const deployed = await inspector.resources(stackName);
  const before = deployed ?? {};
  return [
    ...templateFindings(before, after, deployed === undefined),
    ...(await zoneFindings(before, after, inspector)),
    ...(await deadEndFindings(before, after, inspector)),
  ];
}

function templateFindings(before: Resources, after: Resources, isFirst: boolean): readonly VerifyFinding[] {
  const refused = refusedUpdates(before, after).map(({ subject, because, remedy }) =>
    wrong(subject, `${because}; ${remedy}`),
  );
  if (refused.length > 0) {
    return refused;
  }
  return [
    fine('update', isFirst ? 'is the first deployment' : 'changes nothing that AWS is known to refuse'),
  ];
}

async function zoneFindings(
  before: Resources,
  after: Resources,
  inspector: UpdateInspector,
): Promise<readonly VerifyFinding[]> {
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

const ownRecords = (before: Resources): ReadonlySet<string> => new Set(recordsMade({}, before).map(keyOf));

/** Records that somebody else made where this deployment makes its own. */
async function recordFindings(
  before: Resources,
  after: Resources,
  inspector: UpdateInspector,
): Promise<readonly VerifyFinding[]> {
  const own = ownRecords(before);
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
  if (inTheWay.size === 0) {
    return [fine('hosted zone', 'has no record where this deployment makes one')];
  }
  return [...inTheWay.values()].map(({ one, record }) => foreignRecord(one, record));
}

const foreignRecord = (one: ZoneRecord, made: MadeRecord): VerifyFinding =>
  wrong(
    `record ${one.name} ${describeRecord(one)}`,
    `is in the way of this deployment's ${made.type}: ${recordConflict(one, made)}; ` +
      'write it down, and delete it right before you deploy (README, "Deploy, cut over, go back")',
  );

/**
 * Names under which API Gateway would answer at the dead end of the origin's name: an API of this account has them, or one
 * of another account, of which only DNS tells.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
async function deadEndFindings(
  before: Resources,
  after: Resources,
  inspector: UpdateInspector,
): Promise<readonly VerifyFinding[]> {
  if (ofType(after, 'AWS::ApiGatewayV2::Api').length === 0) {
    return [];
  }
  const zone = recordsMade({}, after)[0]?.zone;
  const leaving = apiNames(before);
  const own = ownRecords(before);
  const names = [...namesAtDeadEnd(after)].filter((name) => !leaving.includes(name));
  const findings = await Promise.all(
    names.map(async (name) => {
      const records = zone === undefined ? [] : await inspector.recordsFrom(zone, name);
      const led = records.find(
        // The stack's own leads to the dead end itself.
        (one) =>
          one.name === name && !own.has(keyOf(one)) && one.leadsTo.includes(`.execute-api.${HOME_REGION}.`),
      );
      if (led === undefined && !(await inspector.hasApiDomainName(name))) {
        return undefined;
      }
      return wrong(
        `API Gateway domain name ${name}`,
        `is in use in ${HOME_REGION}${led === undefined ? '' : `, as its record shows (${describeRecord(led)})`}: in an outage that API ` +
          'would answer in place of the emergency page; delete the domain name, or set topology.standby',
      );
    }),
  );
  const answering = findings.filter((finding) => finding !== undefined);
  return answering.length > 0
    ? answering
    : [fine('API Gateway', "answers for no name of the shop where the origin's name leads in an outage")];
}

/** What CloudFront may send as SNI: the origin's name, or the shop's. */
const namesAtDeadEnd = (resources: Resources): ReadonlySet<string> =>
  new Set([
    ...recordsMade({}, resources)
      .filter(({ failover }) => failover !== undefined)
      .map(({ name }) => name),
    ...distributionNames(resources),
  ]);

/** Those of a fast-fail responder, which earlier versions had in the place of the dead end. */
const apiNames = (resources: Resources): readonly unknown[] =>
  ofType(resources, 'AWS::ApiGateway::DomainName').map(({ properties }) => properties['DomainName']);
