import { LoadBalancers } from '../../aws/load-balancing/load-balancers';
import { HealthChecks } from '../../aws/route53/health-checks';
import { DnsResolver } from '../../aws/route53/resolver';
import { Zone, type ZoneHealth } from '../../aws/route53/zone';
import type { Exchange } from '../../kernel/network/exchange';
import type { Internet } from '../../kernel/network/network';
import type { WorldDeps } from './world-deps';

/** The names of a world and what they are answered by. */
export interface Dns {
  readonly zone: Zone;
  readonly healthChecks: HealthChecks;
  readonly loadBalancers: LoadBalancers;
  /**
   * Another resolver, with an empty cache.
   * @param minimumTtlSeconds how long it keeps an answer whatever the TTL. @default 0
   */
  readonly resolver: (name: string, minimumTtlSeconds?: number) => DnsResolver;
}

/** What of a world its names stand on: health checkers and resolvers are everywhere, in no region. */
export type DnsDeps = Omit<WorldDeps, 'settings' | 'regional' | 'isLost'>;

/** What a health checker meets that can't get through. */
const UNREACHABLE: Exchange = { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY };

/** What a zone is told that keeps to PRIMARY. */
const ALL_WELL: ZoneHealth = { healthChecks: { isHealthy: () => true }, loadBalancer: () => true };

/** The hosted zone, which answers by health checks, and what those find on the internet. */
export function buildDns(
  { deployment, clock, log, metrics, random, disruptions, staysOpen, unknowns }: DnsDeps,
  internet: Internet,
): Dns {
  const zone: Zone = new Zone(
    deployment,
    () => (staysOpen ? ALL_WELL : { healthChecks, loadBalancer: (name) => loadBalancers.isHealthy(name) }),
    log,
    unknowns,
  );
  const healthChecks = new HealthChecks(deployment, {
    clock,
    log,
    metrics,
    random,
    unknowns,
    internet,
    addressOf: (hostName) => zone.lookup(hostName).address,
    checkerFault: ({ region }, healthCheck) =>
      disruptions.checkersFail(region, healthCheck) ? UNREACHABLE : undefined,
  });
  const loadBalancers = new LoadBalancers(deployment, zone.evaluatedTargets, {
    clock,
    log,
    random,
    internet,
  });
  log.subscribe(({ kind }) => {
    if (kind === 'health-check') {
      zone.noteChanges();
    }
  });
  // Inverted health checks begin unhealthy: some names may lead to SECONDARY from the start.
  zone.noteChanges();
  return {
    zone,
    healthChecks,
    loadBalancers,
    resolver: (name, minimumTtlSeconds) => new DnsResolver(name, zone, { clock, log, minimumTtlSeconds }),
  };
}
