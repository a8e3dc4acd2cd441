import type { ZoneRecord } from './record-conflict';
import type { UpdateInspector } from './update-inspector';

/**
 * An inspector that asks a hosted zone for each name once, and for one after the other: Route 53 takes five requests a
 * second from an account.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests
 */
export function oneAtATime(inspector: UpdateInspector): UpdateInspector {
  const answers = new Map<string, Promise<readonly ZoneRecord[]>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    resources: (stackName) => inspector.resources(stackName),
    hasApiDomainName: (name) => inspector.hasApiDomainName(name),
    recordsFrom: (zone, name) => {
      const key = `${zone} ${name}`;
      const known = answers.get(key);
      if (known !== undefined) {
        return known;
      }
      const answer = last.then(() => inspector.recordsFrom(zone, name));
      answers.set(key, answer);
      // The caller that asked for it hears of its failure.
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}
