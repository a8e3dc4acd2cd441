import type { DnsTopology, EdgeTopology } from '../understudy-props';

/** The part of the props that says which names the stack answers for. */
export interface NamedStore {
  readonly domainName: string;
  readonly topology: EdgeTopology | DnsTopology;
}

/** Every name shoppers may type: the store's name first, then the alternates in the order given. */
export function shopNames({ domainName, topology }: NamedStore): string[] {
  const alternates = topology.alternateDomainNames ?? [];
  return [domainName, ...alternates.map((name) => (typeof name === 'string' ? name : name.domainName))];
}

/** The name that CloudFront resolves to reach the store, and that Route 53 fails over. */
export function originDomainName(domainName: string, topology: EdgeTopology): string {
  return topology.originDomainName ?? `origin.${domainName}`;
}

/** Which of the two places the origin's name may lead to. */
export type OriginRole = 'primary' | 'standby';

/** The name of a place that has addresses only: a record that never fails over. */
export const originPlaceName = (role: OriginRole, originName: string): string => `${role}.${originName}`;

/** Every name that must never be probed: shoppers get an answer there although the store is down. */
export function namesThatFailOver(store: NamedStore): string[] {
  const { domainName, topology } = store;
  return topology.kind === 'edge'
    ? [...shopNames(store), originDomainName(domainName, topology)]
    : shopNames(store);
}
