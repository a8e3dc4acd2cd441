import type { IpTarget, StoreTarget } from '../store-target';
import { validateHostName, withoutTrailingDot } from './host-name';
import { describeMistake } from './mistake';
import { isPublicIpv4, isPublicIpv6 } from './public-address';
import { isUnknown } from './unknown';

/** What a target must fit. */
export interface TargetContext {
  /** The name of the record that leads to the target. */
  readonly recordName: string;
  readonly zoneName: string;
  /** Names that fail over. A target with one of these would lead to itself. */
  readonly namesThatFailOver: readonly string[];
}

/** Mistakes in a place that a record leads to. */
export function validateTarget(prop: string, target: StoreTarget, context: TargetContext): string[] {
  switch (target.kind) {
    case 'ip':
      return validateAddresses(prop, target);
    case 'host-name':
      return [
        ...validateTargetName(`${prop}.hostName`, target.hostName, context),
        ...validateNoApex(prop, target.hostName, context),
      ];
    case 'load-balancer':
      return validateTargetName(`${prop}.dnsName`, target.dnsName, context);
  }
}

function validateAddresses(prop: string, { ipv4, ipv6 = [] }: IpTarget): string[] {
  const remedy = 'Route 53 can neither probe nor lead shoppers to a private or reserved address';
  const wrong = (list: string, index: number, got: string, version: number): string =>
    describeMistake({
      prop: `${prop}.${list}[${index}]`,
      problem: `must be a public IPv${version} address`,
      got,
      remedy,
    });
  return [
    ...(ipv4.length === 0 ? [missingAddress(prop)] : []),
    ...ipv4.flatMap((ip, i) => (isUnknown(ip) || isPublicIpv4(ip) ? [] : [wrong('ipv4', i, ip, 4)])),
    ...ipv6.flatMap((ip, i) => (isUnknown(ip) || isPublicIpv6(ip) ? [] : [wrong('ipv6', i, ip, 6)])),
  ];
}

function missingAddress(prop: string): string {
  return describeMistake({
    prop: `${prop}.ipv4`,
    problem: 'must have an address',
    got: [],
    remedy: 'Route 53 probes the first one',
  });
}

function validateTargetName(prop: string, name: string, { namesThatFailOver }: TargetContext): string[] {
  const mistakes = validateHostName(prop, name);
  if (mistakes.length > 0 || !namesThatFailOver.includes(name)) {
    return mistakes;
  }
  const remedy = 'name the place itself, by a name that always leads there';
  return [describeMistake({ prop, problem: 'must not be a name that fails over', got: name, remedy })];
}

/** A zone's own name has SOA and NS records, and a CNAME record tolerates no others beside it. */
function validateNoApex(prop: string, hostName: string, { recordName, zoneName }: TargetContext): string[] {
  if (isUnknown(recordName) || isUnknown(zoneName) || recordName !== withoutTrailingDot(zoneName)) {
    return [];
  }
  const problem = `must not be a host name, because ${recordName} is the apex of the zone and can't be a CNAME`;
  const remedy = 'use StoreTarget.ipAddresses or StoreTarget.loadBalancer';
  return [describeMistake({ prop, problem, got: hostName, remedy })];
}
