import { RehearsalError } from '../rehearsal/kernel/errors';
import { nearest } from '../validation/schema/nearest';

/** The health checks that somebody may mean. */
export interface KnownChecks {
  /** Of those that probe an endpoint. */
  readonly names: readonly string[];
  readonly domainName: string;
}

/**
 * The name of the health check that watches an endpoint.
 * @param endpoint as the props call it, or the name of the health check
 * @throws RehearsalError INVALID_OPTION
 */
export function requireHealthCheckName(endpoint: string, { names, domainName }: KnownChecks): string {
  const found = [endpoint, `${domainName} ${endpoint}`].find((name) => names.includes(name));
  if (found !== undefined) {
    return found;
  }
  const short = names.map((name) => name.replace(`${domainName} `, ''));
  const meant = nearest(String(endpoint), short);
  throw new RehearsalError(
    'INVALID_OPTION',
    `failCheck: no endpoint has this name, got ${JSON.stringify(endpoint)}; ${
      meant === undefined ? `there are ${short.join(', ')}` : `did you mean "${meant}"?`
    }`,
  );
}
