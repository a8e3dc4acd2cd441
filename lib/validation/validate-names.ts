import { shopNames } from '../failover/shop-names';
import type { UnderstudyProps } from '../understudy-props';
import { validateNameInZone } from './host-name';
import { describeMistake } from './mistake';
import type { Range } from './ranges';

/** TTLs of failover records. */
export const FAILOVER_TTL_RANGE: Range = {
  min: 1,
  max: 60,
  because: 'resolvers keep leading shoppers to the dead place for as long',
};

/** Mistakes in the store's own name. */
export function validateDomainName({ domainName, hostedZone }: UnderstudyProps): string[] {
  return validateNameInZone('domainName', domainName, hostedZone.zoneName);
}

/** Mistakes in the further names of the shop. */
export function validateAlternateNames(
  props: UnderstudyProps,
  alternates: readonly string[],
  suffix = '',
): string[] {
  const names = shopNames(props).shop;
  return alternates.flatMap((name, index) => {
    const prop = `topology.alternateDomainNames[${index}]${suffix}`;
    // The store's own name comes first in `names`, so that each alternate stands one place further back.
    if (names.indexOf(name) < index + 1) {
      const remedy = "name each of the shop's names once";
      return [describeMistake({ prop, problem: 'must be unique', got: name, remedy })];
    }
    return validateNameInZone(prop, name, props.hostedZone.zoneName);
  });
}
