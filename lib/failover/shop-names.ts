import type { DnsTopology, EdgeTopology } from '../understudy-props';

/** The part of the props that says which names the stack answers for. */
export interface NamedStore {
  readonly domainName: string;
  readonly topology: EdgeTopology | DnsTopology;
}

/** The names that the stack answers for. */
export interface ShopNames {
  /** Every name shoppers may type: the store's name first, then the alternates in the order given. */
  readonly shop: readonly string[];
  /** Behind CloudFront: the name that it resolves to reach the store, and that Route 53 fails over. In `dns` nothing asks for it. */
  readonly origin: string;
  /** Every name that must never be probed: shoppers get an answer there although the store is down. */
  readonly failOver: readonly string[];
}

/** The names of a store whose front door either is CloudFront or stays its own. */
export function shopNames({ domainName, topology }: NamedStore): ShopNames {
  const alternates = (topology.alternateDomainNames ?? []).map((name) =>
    typeof name === 'string' ? name : name.domainName,
  );
  const shop = [domainName, ...alternates];
  const given = topology.kind === 'edge' ? topology.originDomainName : undefined;
  const origin = given ?? `origin.${domainName}`;
  return { shop, origin, failOver: topology.kind === 'edge' ? [...shop, origin] : shop };
}

/** Which of the two places the origin's name may lead to. */
export type OriginRole = 'primary' | 'standby';

/** The name of a place that has addresses only: a record that never fails over. */
export const originPlaceName = (role: OriginRole, originName: string): string => `${role}.${originName}`;
