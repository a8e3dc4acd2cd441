import { normalize } from '../../../rehearsal/aws/route53/record-names';
import type { Properties } from './resources';

/** A record set as Route 53 tells them apart. */
export interface ZoneRecord {
  /** Normalized, or the JSON of what only a deployment knows. */
  readonly name: string;
  readonly type: string;
  readonly setIdentifier?: string;
  /** `simple`, or the property that says how Route 53 chooses, such as `Failover`. */
  readonly routing: string;
  readonly failover?: string;
  /** Where it leads, for people: values, or the target of an alias. */
  readonly leadsTo: string;
}

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const ROUTING = [
  'Failover',
  'Weight',
  'Region',
  'GeoLocation',
  'GeoProximityLocation',
  'MultiValueAnswer',
  'CidrRoutingConfig',
];

/** Reads a record set of a template or of the API. */
export function zoneRecord(record: Properties): ZoneRecord {
  const { Name: name, Type: type, SetIdentifier: id, Failover: failover } = record;
  return {
    name: typeof name === 'string' ? normalize(name) : JSON.stringify(name),
    type: String(type),
    setIdentifier: id === undefined ? undefined : String(id),
    routing: ROUTING.find((key) => record[key] !== undefined) ?? 'simple',
    failover: failover === undefined ? undefined : String(failover),
    leadsTo: leadsTo(record),
  };
}

/** @returns `A, leading to 192.0.2.1` */
export const describeRecord = ({ type, leadsTo: target }: ZoneRecord): string =>
  target === '' ? type : `${type}, leading to ${target}`;

function leadsTo({ AliasTarget: alias, ResourceRecords: values }: Properties): string {
  const target =
    typeof alias === 'object' && alias !== null && 'DNSName' in alias ? [alias.DNSName] : [values].flat();
  return target
    .map((value) => (typeof value === 'object' && value !== null && 'Value' in value ? value.Value : value))
    .filter((value) => typeof value === 'string')
    .join(', ');
}

/**
 * Why Route 53 does not take a record into a zone that has another, or undefined where both may be there.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#CNAMEFormat
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
 */
export function recordConflict(existing: ZoneRecord, made: ZoneRecord): string | undefined {
  if (existing.name !== made.name) {
    return undefined;
  }
  if (existing.type !== made.type) {
    return [existing.type, made.type].includes('CNAME')
      ? 'Route 53 has no CNAME beside any other type of the same name'
      : undefined;
  }
  if (existing.setIdentifier === made.setIdentifier) {
    return 'the same record is there already';
  }
  if (existing.routing !== made.routing) {
    return `Route 53 has no ${made.routing.toLowerCase()} record beside a ${existing.routing.toLowerCase()} one of the same name and type`;
  }
  return existing.failover !== undefined && existing.failover === made.failover
    ? `a name has one ${made.failover} record of a type`
    : undefined;
}
