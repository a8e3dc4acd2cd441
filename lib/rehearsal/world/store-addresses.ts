import type { Origin } from '../cloudfront/distribution';
import type { Distributions } from '../cloudfront/distributions';
import { RehearsalError } from '../errors';
import type { Zone } from '../route53/zone';

/**
 * Where the store is: wherever PRIMARY records lead; in a stack without failover records, wherever the distributions'
 * origins are that are no bucket, of an origin group the primary.
 * @throws RehearsalError NOTHING_TO_REHEARSE
 */
export function storeAddresses(zone: Zone, distributions: Distributions): ReadonlySet<string> {
  const primaries = zone.targets('PRIMARY');
  const origins = distributions.primaryOrigins.filter(isCustom);
  const addresses =
    primaries.length > 0 ? primaries : origins.map(({ domainName }) => zone.lookup(domainName).address);
  if (addresses.length > 0) return new Set(addresses);
  throw new RehearsalError(
    'NOTHING_TO_REHEARSE',
    'the assembly has neither a PRIMARY failover record nor an origin other than a bucket; rehearse a stack with a store',
  );
}

const isCustom = ({ kind }: Origin): boolean => kind === 'custom';
