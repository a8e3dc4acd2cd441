import { normalize } from '../../../rehearsal/aws/route53/record-names';
import { type ZoneRecord, zoneRecord } from './record-conflict';
import { listAt, ofType, type Properties, type Resources } from './resources';

/** A name in a hosted zone. */
export interface ZoneName {
  readonly zone: string;
  /** Normalized. */
  readonly name: string;
}

/** A record that an update makes, in a zone that its template names. */
export type MadeRecord = ZoneRecord & ZoneName;

/** The records of a template whose zone and name it states. Those of another template are left out. */
export function recordsMade(before: Resources, after: Resources): readonly MadeRecord[] {
  const known = new Set(statedRecords(before).map(keyOf));
  return statedRecords(after).filter((record) => !known.has(keyOf(record)));
}

/** The names at which an update makes records that were not there: its own, and ACM's below those of certificates. */
export function namesMade(before: Resources, after: Resources): readonly ZoneName[] {
  const known = new Set(statedNames(before).map(({ zone, name }) => `${zone} ${name}`));
  return statedNames(after).filter(({ zone, name }) => !known.has(`${zone} ${name}`));
}

/** What tells a record from all others. */
export const keyOf = ({ name, type, setIdentifier }: ZoneRecord): string =>
  JSON.stringify([name, type, setIdentifier]);

const statedRecords = (resources: Resources): readonly MadeRecord[] =>
  ofType(resources, 'AWS::Route53::RecordSet').flatMap(({ properties }) => {
    const { HostedZoneId: zone, Name: name } = properties;
    return typeof zone === 'string' && typeof name === 'string' ? [{ zone, ...zoneRecord(properties) }] : [];
  });

const statedNames = (resources: Resources): readonly ZoneName[] => [
  ...statedRecords(resources),
  ...ofType(resources, 'AWS::CertificateManager::Certificate').flatMap(({ properties }) =>
    listAt(properties, 'DomainValidationOptions').flatMap((option) => {
      const { HostedZoneId: zone, DomainName: name } = option as Properties;
      return typeof zone === 'string' && typeof name === 'string'
        ? [{ zone, name: `_acm-validation.${normalize(name).replace(/^\*\./, '')}` }]
        : [];
    }),
  ),
];
