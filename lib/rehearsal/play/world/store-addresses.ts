import type { Origin } from '../../aws/cloudfront/distribution';
import type { Distributions } from '../../aws/cloudfront/distributions';
import type { HealthChecks } from '../../aws/route53/health-checks';
import type { Zone } from '../../aws/route53/zone';
import { RehearsalError } from '../../kernel/errors';

/** Where the store is, and who stands in for it. */
export interface StoreAddresses {
  readonly store: ReadonlySet<string>;
  /** Often empty. Some of them others may answer at, such as a distribution or an API of the assembly. */
  readonly standby: ReadonlySet<string>;
}

/** The parts of the world that lead to a store. */
export interface StoreTraces {
  readonly zone: Zone;
  readonly distributions: Distributions;
  readonly healthChecks: HealthChecks;
}

/**
 * The store is wherever PRIMARY records and the origins of distributions lead that are no bucket, of an origin group the
 * primary. Its standby is wherever SECONDARY records and secondary origins lead. Emulation: an address that only a health
 * check knows is the store's, unless the health check is that of a SECONDARY record.
 * @throws RehearsalError NOTHING_TO_REHEARSE
 */
export function storeAddresses({ zone, distributions, healthChecks }: StoreTraces): StoreAddresses {
  const addressOf = (hostName: string): string => zone.lookup(hostName).address;
  const originsAt = (origins: readonly Origin[]): readonly string[] =>
    origins.filter(isCustom).map(({ domainName }) => addressOf(domainName));
  const ofStandby = new Set(zone.healthCheckIds('SECONDARY'));
  const probedBy = (isStandby: boolean): readonly string[] =>
    healthChecks.probed
      .filter(({ id }) => ofStandby.has(id) === isStandby)
      .map(({ address }) => addressOf(address));
  const known = [...zone.targets('PRIMARY').map(addressOf), ...originsAt(distributions.primaryOrigins)];
  if (known.length === 0) {
    throw new RehearsalError(
      'NOTHING_TO_REHEARSE',
      'the assembly has neither a PRIMARY failover record nor an origin other than a bucket; rehearse a stack with a store',
    );
  }
  const secondary = [
    ...zone.targets('SECONDARY').map(addressOf),
    ...originsAt(distributions.secondaryOrigins),
    ...probedBy(true),
  ];
  const standby = new Set(secondary.filter((address) => !known.includes(address)));
  const store = [...known, ...probedBy(false)].filter((address) => !standby.has(address));
  return { store: new Set(store), standby };
}

const isCustom = ({ kind }: Origin): boolean => kind === 'custom';
