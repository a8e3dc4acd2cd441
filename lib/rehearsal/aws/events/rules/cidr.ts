import { BlockList, isIP } from 'node:net';

/** A block of IP addresses. */
export interface Addresses {
  /** Whether a text is an address of the block. */
  readonly has: (text: string) => boolean;
}

/**
 * Reads a block of addresses, such as `10.0.0.0/24`. Emulation: a single address (`/32`, `/128`) is taken, which
 * event-ruler 2.0.1 refuses.
 *
 * @throws Error with EventBridge's own reason for what it refuses
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @see https://github.com/aws/event-ruler
 */
export function parseCidr(text: string): Addresses {
  const [address = '', bits, ...more] = text.split('/');
  if (bits === undefined || more.length > 0) {
    throw new Error("Malformed CIDR, one '/' required");
  }
  if (!/^\d+$/.test(bits)) {
    throw new Error('Malformed CIDR, mask bits must be an integer');
  }
  const version = isIP(address);
  if (version === 0) {
    throw new Error(`Invalid IP address: ${address}`);
  }
  const most = version === 4 ? 32 : 128;
  if (Number(bits) > most) {
    throw new Error(`IPv${version} mask bits must be < ${most}`);
  }
  return blockOf(address, Number(bits));
}

function blockOf(address: string, bits: number): Addresses {
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(address, bits, family);
  return { has: (text) => isIP(text) === isIP(address) && block.check(text, family) };
}
