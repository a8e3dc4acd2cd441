import type { StoreTarget } from '../../store-target';
import type { WatchedEndpoint } from '../../understudy-props';

/** Where a health check connects, and the name it sends as `Host` and SNI. */
export interface ProbeTarget {
  readonly fqdn: string;
  /** Undefined means: resolve `fqdn`. */
  readonly ipAddress?: string;
}

/**
 * The place to probe so that the answer is always the primary's own, also while DNS points elsewhere. An address
 * together with the store's name needs no DNS at all; of several addresses the first one stands for the store.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
export function probeTarget(
  domainName: string,
  primary: StoreTarget,
  endpoint: WatchedEndpoint,
): ProbeTarget {
  if (endpoint.hostName !== undefined) {
    return { fqdn: endpoint.hostName };
  }
  switch (primary.kind) {
    case 'ip':
      return { fqdn: domainName, ipAddress: primary.ipv4[0] };
    case 'host-name':
      return { fqdn: primary.hostName };
    case 'load-balancer':
      return { fqdn: primary.dnsName };
  }
}
