import type { Protocol } from '../subscriber';

/** The protocols over which somebody has to confirm a subscription. */
export const CONFIRMED_PROTOCOLS = [
  'email',
  'email-json',
  'http',
  'https',
] as const satisfies readonly Protocol[];

/**
 * Whether somebody has to confirm a subscription before it gets anything. Emulation: every endpoint is in the account of
 * its topic, where queues and functions need no confirmation; text messages never do.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export function needsConfirmation(protocol: Protocol): boolean {
  return CONFIRMED_PROTOCOLS.some((one) => one === protocol);
}
