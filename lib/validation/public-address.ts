import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 blocks that are not on the internet: private, shared, loopback, link-local, test, multicast, reserved. */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

const specialAddresses = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) {
  specialAddresses.addSubnet(network, prefix, 'ipv4');
}
specialAddresses.addSubnet('2001:db8::', 32, 'ipv6');

const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IPv4 address can be reached from the internet.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/
 */
export function isPublicIpv4(address: string): boolean {
  return isIPv4(address) && !specialAddresses.check(address, 'ipv4');
}

/**
 * Whether an IPv6 address can be reached from the internet.
 *
 * @see https://www.iana.org/assignments/ipv6-address-space/
 */
export function isPublicIpv6(address: string): boolean {
  return isIPv6(address) && globalUnicast.check(address, 'ipv6') && !specialAddresses.check(address, 'ipv6');
}
