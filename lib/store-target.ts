/** A network location that DNS can point a record at: addresses, another host name, or a load balancer. */
export type StoreTarget = IpTarget | HostNameTarget | LoadBalancerTarget;

/** Plain A records, and AAAA records when `ipv6` is set. */
export interface IpTarget {
  readonly kind: 'ip';
  /** At least one public IPv4 address. Route 53 can't probe private ones. */
  readonly ipv4: readonly string[];
  /** Public IPv6 addresses. @default - no AAAA records: visitors with IPv6 use IPv4 */
  readonly ipv6?: readonly string[];
}

/** A CNAME. Not possible at the apex of a zone. */
export interface HostNameTarget {
  readonly kind: 'host-name';
  readonly hostName: string;
}

/** An alias to an Application or Network Load Balancer. */
export interface LoadBalancerTarget {
  readonly kind: 'load-balancer';
  /** `loadBalancerDnsName` of the CDK construct. */
  readonly dnsName: string;
  /** `loadBalancerCanonicalHostedZoneId` of the CDK construct: the load balancer's zone, not yours. */
  readonly canonicalHostedZoneId: string;
}

/** The ways to say where the store runs. */
export const StoreTarget = {
  /** Public addresses, for example of a VM or of a hosted shop platform. */
  ipAddresses: (ipv4: readonly string[], ipv6?: readonly string[]): IpTarget => ({ kind: 'ip', ipv4, ipv6 }),
  /** Another host name, for example `shops.myshopify.com` for a `www` record. */
  hostName: (hostName: string): HostNameTarget => ({ kind: 'host-name', hostName }),
  /** A load balancer in AWS; any `ILoadBalancerV2`-like pair of values will do. */
  loadBalancer: (dnsName: string, canonicalHostedZoneId: string): LoadBalancerTarget => ({
    kind: 'load-balancer',
    dnsName,
    canonicalHostedZoneId,
  }),
};
