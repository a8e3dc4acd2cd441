import { namesThatFailOver, originDomainName, shopNames } from '../shop-names';
import type { StoreTarget } from '../store-target';
import type { EdgeTopology, UnderstudyProps } from '../understudy-props';
import { validateNameInZone } from './host-name';
import { describeMistake } from './mistake';
import { validateSeconds } from './ranges';
import { validateMirroredPathPatterns } from './validate-mirrored-path-patterns';
import { FAILOVER_TTL_RANGE, validateAlternateNames } from './validate-names';
import { validateSharedPathPatterns } from './validate-shared-path-patterns';
import { validateTarget } from './validate-target';

/** Mistakes in the `edge` topology. */
export function validateEdge(props: UnderstudyProps, topology: EdgeTopology): string[] {
  return [
    ...validateAlternateNames(props, topology.alternateDomainNames ?? []),
    ...validateOriginName(props, topology),
    ...validateTargets(props, topology),
    ...validateMirroredPathPatterns(topology.mirroredPathPatterns ?? [], props.healthChecks.endpoints),
    ...validateSharedPathPatterns(props, topology),
    ...validateTimes(topology),
  ];
}

function validateOriginName(props: UnderstudyProps, topology: EdgeTopology): string[] {
  const prop = 'topology.originDomainName';
  const name = originDomainName(props.domainName, topology);
  if (topology.originDomainName === undefined) {
    return [];
  }
  if (shopNames(props).includes(name)) {
    const remedy = 'CloudFront would ask itself; leave it out or choose a name of its own';
    return [describeMistake({ prop, problem: "must not be one of the shop's names", got: name, remedy })];
  }
  return validateNameInZone(prop, name, props.hostedZone.zoneName);
}

function validateTargets(props: UnderstudyProps, topology: EdgeTopology): string[] {
  const context = {
    recordName: originDomainName(props.domainName, topology),
    zoneName: props.hostedZone.zoneName,
    namesThatFailOver: namesThatFailOver(props),
  };
  const { primary, standby } = topology;
  return [
    ...validateTarget('topology.primary', primary, context),
    ...refuseIpv6('topology.primary', primary),
    ...(standby === undefined ? [] : validateTarget('topology.standby', standby, context)),
    ...(standby === undefined ? [] : refuseIpv6('topology.standby', standby)),
    ...(standby === undefined ? [] : validateStandbyKind(primary, standby)),
  ];
}

/** CloudFront's connections to this origin use IPv4, so an AAAA record would promise what nobody uses or tests. */
function refuseIpv6(prop: string, target: StoreTarget): string[] {
  if (target.kind !== 'ip' || !target.ipv6?.length) {
    return [];
  }
  const remedy =
    'leave it out: shoppers with IPv6 reach CloudFront, and CloudFront reaches the origin over IPv4';
  return [describeMistake({ prop: `${prop}.ipv6`, problem: 'must be empty', got: target.ipv6, remedy })];
}

function validateStandbyKind(primary: StoreTarget, standby: StoreTarget): string[] {
  const isCname = (target: StoreTarget): boolean => target.kind === 'host-name';
  if (isCname(primary) === isCname(standby)) {
    return [];
  }
  const problem = 'must be the same kind of DNS record as topology.primary';
  const remedy = 'a host name fails over to a host name; addresses and load balancers to each other';
  return [describeMistake({ prop: 'topology.standby', problem, got: standby.kind, remedy })];
}

function validateTimes(topology: EdgeTopology): string[] {
  const { connectionTimeout, readTimeout, errorCachingTtl, failoverTtl } = topology;
  return [
    ...validateSeconds('topology.connectionTimeout', connectionTimeout, { min: 1, max: 10 }),
    // CloudFront allows more, but whoever waits for a minute has left: that is an outage, not a slow answer.
    ...validateSeconds('topology.readTimeout', readTimeout, {
      min: 1,
      max: 60,
      because: 'shoppers do not wait longer',
    }),
    ...validateSeconds('topology.errorCachingTtl', errorCachingTtl, {
      min: 0,
      max: 5,
      because: 'it outlasts the repair by as much',
    }),
    ...validateSeconds('topology.failoverTtl', failoverTtl, FAILOVER_TTL_RANGE),
  ];
}
