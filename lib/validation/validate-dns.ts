import { shopNames } from '../failover/shop-names';
import type { DnsTopology, UnderstudyProps } from '../understudy-props';
import { validateSeconds } from './ranges';
import { FAILOVER_TTL_RANGE, validateAlternateNames } from './validate-names';
import { validateTarget } from './validate-target';

/** Mistakes in the `dns` topology. */
export function validateDns(props: UnderstudyProps, topology: DnsTopology): string[] {
  const alternates = topology.alternateDomainNames ?? [];
  const context = { zoneName: props.hostedZone.zoneName, namesThatFailOver: shopNames(props).failOver };
  return [
    ...validateAlternateNames(
      props,
      alternates.map(({ domainName }) => domainName),
      '.domainName',
    ),
    ...validateTarget('topology.primary', topology.primary, { ...context, recordName: props.domainName }),
    ...alternates.flatMap(({ domainName, primary }, index) =>
      validateTarget(`topology.alternateDomainNames[${index}].primary`, primary, {
        ...context,
        recordName: domainName,
      }),
    ),
    ...validateSeconds('topology.failoverTtl', topology.failoverTtl, FAILOVER_TTL_RANGE),
  ];
}
