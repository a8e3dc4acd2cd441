import { HOME_REGION } from '../../lambda/shared/contract/home-region';
import { type OriginRole, originPlaceName, type ShopNames, shopNames } from '../failover/shop-names';
import type { StoreTarget } from '../store-target';
import type { EdgeTopology, UnderstudyProps } from '../understudy-props';
import { isHostName, validateNameInZone } from './host-name';
import { describeMistake } from './mistake';
import { isUnknown } from './unknown';
import { validateEdgeTimes } from './validate-edge-times';
import { validateMirroredPathPatterns } from './validate-mirrored-path-patterns';
import { validateAlternateNames } from './validate-names';
import { validateSharedPathPatterns } from './validate-shared-path-patterns';
import { validateTarget } from './validate-target';

/** Mistakes in the `edge` topology. */
export function validateEdge(props: UnderstudyProps, topology: EdgeTopology): string[] {
  const names = shopNames(props);
  return [
    ...validateAlternateNames(props, topology.alternateDomainNames ?? []),
    ...validateOriginName(props, topology, names),
    ...validateTargets(props, topology, names),
    ...validateStandby(topology),
    ...validateMirroredPathPatterns(props, topology),
    ...validateSharedPathPatterns(props, topology),
    ...validatePaymentReturns(topology.paymentReturnPathPatterns ?? []),
    ...validateEdgeTimes(topology),
  ];
}

function validateOriginName(
  props: UnderstudyProps,
  topology: EdgeTopology,
  { shop, origin: name }: ShopNames,
): string[] {
  const prop = 'topology.originDomainName';
  if (topology.originDomainName === undefined) {
    return [];
  }
  if (shop.includes(name)) {
    const remedy = 'CloudFront would ask itself; leave it out or choose a name of its own';
    return [describeMistake({ prop, problem: "must not be one of the shop's names", got: name, remedy })];
  }
  return validateNameInZone(prop, name, props.hostedZone.zoneName);
}

function validateTargets(props: UnderstudyProps, topology: EdgeTopology, names: ShopNames): string[] {
  const { primary, standby } = topology;
  const places: readonly (readonly [OriginRole, StoreTarget])[] = [
    ['primary', primary],
    ...(standby === undefined ? [] : [['standby', standby] as const]),
  ];
  const context = {
    recordName: names.origin,
    zoneName: props.hostedZone.zoneName,
    namesThatFailOver: names.failOver,
  };
  return places.flatMap(([role, target]) => [
    ...validateTarget(`topology.${role}`, target, context),
    ...validateNoIpv6(`topology.${role}`, target),
    ...validatePlaceName(role, target, names),
  ]);
}

/** Addresses get a name of their own, which the origin's name leads to. */
function validatePlaceName(role: OriginRole, target: StoreTarget, { shop, origin }: ShopNames): string[] {
  if (target.kind !== 'ip') {
    return [];
  }
  const name = originPlaceName(role, origin);
  if (isUnknown(name) || (isHostName(name) && !shop.includes(name))) {
    return [];
  }
  const problem = `must leave room for "${role}." before it, where topology.${role} has its addresses`;
  const remedy = "a host name of at most 253 characters that is none of the shop's names";
  return [describeMistake({ prop: 'topology.originDomainName', problem, got: name, remedy })];
}

const API_GATEWAY_HERE = `.execute-api.${HOME_REGION}.amazonaws.com`;

/**
 * A store that API Gateway serves in us-east-1 has the shop's names there as custom domain names. API Gateway picks the
 * API by name, so the store would also answer at the dead end: shoppers would go on waiting for it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
function validateStandby({ primary, standby }: EdgeTopology): string[] {
  if (primary.kind !== 'host-name' || !primary.hostName.endsWith(API_GATEWAY_HERE) || standby !== undefined) {
    return [];
  }
  const problem = `must be set when topology.primary is an API Gateway in ${HOME_REGION}`;
  const remedy =
    "in an outage the origin's name leads to API Gateway there, which would go on answering for this store";
  return [describeMistake({ prop: 'topology.standby', problem, got: primary.hostName, remedy })];
}

/** CloudFront's connections to this origin use IPv4, so an AAAA record would promise what nobody uses or tests. */
function validateNoIpv6(prop: string, target: StoreTarget): string[] {
  if (target.kind !== 'ip' || !target.ipv6?.length) {
    return [];
  }
  const remedy =
    'leave it out: shoppers with IPv6 reach CloudFront, and CloudFront reaches the origin over IPv4';
  return [describeMistake({ prop: `${prop}.ipv6`, problem: 'must be empty', got: target.ipv6, remedy })];
}

function validatePaymentReturns(patterns: readonly string[]): string[] {
  return patterns.flatMap((got, index) => {
    if (isUnknown(got) || /^[/*]/.test(got)) {
      return [];
    }
    const prop = `topology.paymentReturnPathPatterns[${index}]`;
    const problem = 'must begin with a slash or an asterisk';
    return [describeMistake({ prop, problem, got, remedy: 'write it as /payment/*' })];
  });
}
