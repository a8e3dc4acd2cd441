import { describeRecord, recordConflict, type ZoneRecord, zoneRecord } from './record-conflict';
import type { Refusal } from './refusal';
import { distributionNames } from './refused-aliases';
import type { ResourceChanges } from './resource-changes';
import { listAt, objectAt, ofType, type Properties, type Resources } from './resources';

const RECORD_SET = 'AWS::Route53::RecordSet';

interface TemplateRecord extends ZoneRecord {
  readonly logicalId: string;
  readonly zone: string;
}

const recordsOf = (resources: Resources): readonly TemplateRecord[] =>
  ofType(resources, RECORD_SET).map(({ logicalId, properties }) => ({
    ...zoneRecord(properties),
    logicalId,
    zone: zoneOf(properties),
  }));

const zoneOf = ({ HostedZoneId: id, HostedZoneName: name }: Properties): string => JSON.stringify(id ?? name);

/**
 * Records that Route 53 would refuse beside those that are still there: CloudFormation makes new ones first. Also one
 * that moves to another logical id: it is refused, or taken over and then deleted with its old id.
 *
 * A record that changes its type or identifier in place counts as new to all others.
 *
 * @see https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/364
 */
export function refusedRecords(
  before: Resources,
  after: Resources,
  { made }: Pick<ResourceChanges, 'made'>,
): readonly Refusal[] {
  const old = recordsOf(before);
  return recordsOf(after)
    .filter((record) => made.has(record.logicalId) || isAnother(record, old))
    .flatMap((record) => {
      const others = old.filter(
        ({ logicalId, zone }) => logicalId !== record.logicalId && zone === record.zone,
      );
      const conflict = others
        .map((existing) => ({ existing, because: recordConflict(existing, record) }))
        .find(({ because }) => because !== undefined);
      return conflict === undefined ? [] : [refusal(record, conflict.existing, `${conflict.because}`, after)];
    });
}

/** Whether a record that keeps its logical id is another record to Route 53. */
function isAnother(record: TemplateRecord, old: readonly TemplateRecord[]): boolean {
  const predecessor = old.find(({ logicalId }) => logicalId === record.logicalId);
  return (
    predecessor !== undefined &&
    (['type', 'setIdentifier', 'routing', 'failover'] as const).some(
      (key) => predecessor[key] !== record[key],
    )
  );
}

const refusal = (
  made: TemplateRecord,
  existing: TemplateRecord,
  because: string,
  after: Resources,
): Refusal => ({
  subject: ['record', made.name, made.type, made.setIdentifier]
    .filter((part) => part !== undefined)
    .join(' '),
  because: `can't be made while ${existing.logicalId} is there (${describeRecord(existing)}): ${because}`,
  remedy: remedyFor(made.name, after),
});

function remedyFor(name: string, after: Resources): string {
  if (distributionNames(after).has(name)) {
    return 'deploy with cutOver: false and plain records in its place first, then cut over again (README, "Change it later")';
  }
  return originNames(after).includes(name)
    ? `set topology.originDomainName to a new name, such as ${name.replace('.', '2.')} (README, "Change it later")`
    : 'remove the old record in a deployment of its own first';
}

const originNames = (resources: Resources): readonly unknown[] =>
  ofType(resources, 'AWS::CloudFront::Distribution').flatMap(({ properties }) =>
    listAt(objectAt(properties, 'DistributionConfig'), 'Origins').map(
      (origin) => (origin as Properties)['DomainName'],
    ),
  );
