import type { Zone } from '../rehearsal/aws/route53/zone';
import { RehearsalError } from '../rehearsal/kernel/errors';
import type { DnsAnswer } from './world';

/**
 * What public DNS answers for a name of the assembly.
 * @throws RehearsalError INVALID_OPTION for a name without a record, of which nobody here knows anything
 */
export function dnsAnswerIn(zone: Zone, name: string): DnsAnswer {
  const asked = String(name).toLowerCase().replace(/\.$/, '');
  const { address, failovers } = zone.lookup(asked);
  if (address !== asked) {
    return { address, failover: failovers[0]?.answer };
  }
  const failing = zone.failoverNames.join(', ') || 'none';
  throw new RehearsalError(
    'INVALID_OPTION',
    `dnsAnswer: no record of the assembly has this name, got ${JSON.stringify(name)}; names that fail over: ${failing}`,
  );
}
