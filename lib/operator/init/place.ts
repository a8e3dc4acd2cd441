import { isIP, isIPv4 } from 'node:net';
import type { StoreTarget } from '../../store-target';

/**
 * Names of load balancers in AWS, of either kind: `name.region.elb.amazonaws.com` and `name.elb.region.amazonaws.com`.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/elb.html
 */
const LOAD_BALANCER = /\.elb(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/;

/** Which of `StoreTarget`'s ways says where a store runs. @param store IP addresses, or one name */
export function kindOfPlace(store: readonly string[]): keyof typeof StoreTarget {
  const [first = ''] = store;
  if (store.length > 0 && store.every((one) => isIP(one) !== 0)) {
    return 'ipAddresses';
  }
  return LOAD_BALANCER.test(first) ? 'loadBalancer' : 'hostName';
}

/** The arguments of that way. */
export function argumentsOfPlace(
  store: readonly string[],
  loadBalancerZoneId: string,
): readonly (string | readonly string[])[] {
  switch (kindOfPlace(store)) {
    case 'ipAddresses': {
      const ipv6 = store.filter((address) => !isIPv4(address));
      const ipv4 = store.filter((address) => isIPv4(address));
      return ipv6.length === 0 ? [ipv4] : [ipv4, ipv6];
    }
    case 'loadBalancer':
      return [store.join(' '), loadBalancerZoneId];
    case 'hostName':
      // Several names are a mistake that validation names.
      return [store.join(' ')];
  }
}
