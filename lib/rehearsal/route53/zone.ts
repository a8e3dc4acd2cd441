import type { Deployment } from '../assembly/deployment';
import { RehearsalError } from '../errors';
import type { EventLog } from '../event-log';
import type { HealthChecks } from './health-checks';
import { RECORD_SET } from './resource';
import { groupHealth, recordHealth } from './rules/alias-health';
import { failoverAnswer } from './rules/failover-answer';
import { effectiveTtlSeconds } from './rules/resolver-cache';

type RecordSet = (typeof RECORD_SET)['properties']['_output'] & {
  /** `stack/logicalId`, for errors. */
  readonly resource: string;
};

/** What public DNS answers for a name. */
export interface DnsAnswer {
  /** An IP address, or a host name outside the stack's zone, such as a distribution's. */
  readonly address: string;
  /** How long a resolver may keep it: the shortest TTL on the way, in seconds. */
  readonly ttlSeconds: number;
  /** The failover records that were asked on the way and what they answered. */
  readonly failovers: readonly { readonly recordName: string; readonly answer: 'PRIMARY' | 'SECONDARY' }[];
}

/** Emulation: for host names outside the zone, of which the assembly tells no TTL. */
const OUTSIDE_TTL_SECONDS = 60;
const MAX_CHAIN = 10;

/** What decides about the answers of a zone. */
export interface ZoneHealth {
  readonly healthChecks: Pick<HealthChecks, 'isHealthy'>;
  /** The health of a load balancer, by its DNS name. @returns undefined for any other name */
  readonly loadBalancer?: (dnsName: string) => boolean | undefined;
}

/** The records of the stack's hosted zone, answering by health. */
export class Zone {
  private readonly records: readonly RecordSet[];
  private readonly byName: ReadonlyMap<string, readonly RecordSet[]>;
  private readonly lastAnswers = new Map<string, 'PRIMARY' | 'SECONDARY'>();

  constructor(
    deployment: Deployment,
    private readonly health: () => ZoneHealth,
    private readonly log: EventLog,
  ) {
    this.records = deployment.all(RECORD_SET).map(({ name, properties }) => {
      requireEvaluable(name, properties);
      return { ...properties, resource: name, Name: normalize(properties.Name) };
    });
    this.byName = recordsByName(this.records);
    const known = new Map<string, number>();
    for (const record of this.records) this.chainLength(record, known);
  }

  /**
   * How many records are followed from this one on, itself included.
   * @param known the same of names that were followed already
   * @param above the names on the way to this record
   * @throws RehearsalError UNSUPPORTED_PROPERTY when there is no end to it
   */
  private chainLength(record: RecordSet, known: Map<string, number>, above: readonly string[] = []): number {
    const { Name, resource } = record;
    const path = [...above, Name];
    if (above.includes(Name)) throw endless(resource, 'leads in a circle', path);
    const followed = () => this.candidates(Name).flatMap((one) => this.candidates(targetOf(one)));
    const length =
      known.get(Name) ??
      (path.length > MAX_CHAIN
        ? 1
        : 1 + Math.max(0, ...followed().map((next) => this.chainLength(next, known, path))));
    if (above.length + length > MAX_CHAIN)
      throw endless(resource, `leads over more than ${MAX_CHAIN} records`, path);
    known.set(Name, length);
    return length;
  }

  /** Names that fail over, in template order, each once. */
  get failoverNames(): readonly string[] {
    return [
      ...new Set(this.records.filter(({ Failover }) => Failover === 'PRIMARY').map(({ Name }) => Name)),
    ];
  }

  /** Where one side of the failover pairs leads: addresses and outside names. */
  targets(side: 'PRIMARY' | 'SECONDARY'): readonly string[] {
    return this.records.filter(({ Failover }) => Failover === side).map(targetOf);
  }

  /** The health checks of one side of the failover pairs. */
  healthCheckIds(side: 'PRIMARY' | 'SECONDARY'): readonly string[] {
    return this.records.flatMap(({ Failover, HealthCheckId }) =>
      Failover === side && HealthCheckId !== undefined ? [HealthCheckId] : [],
    );
  }

  /** Follows aliases and CNAMEs from a name to where it leads at this moment. */
  lookup(name: string): DnsAnswer {
    const failovers: { recordName: string; answer: 'PRIMARY' | 'SECONDARY' }[] = [];
    let ttlSeconds = Number.POSITIVE_INFINITY;
    let address = normalize(name);
    for (let hops = 0; hops < MAX_CHAIN; hops += 1) {
      const record = this.choose(address);
      if (record === undefined) break;
      ttlSeconds = Math.min(ttlSeconds, effectiveTtlSeconds({ ttlSeconds: record.TTL }));
      if (record.Failover !== undefined) failovers.push({ recordName: record.Name, answer: record.Failover });
      address = targetOf(record);
    }
    return {
      address,
      ttlSeconds: Math.min(
        ttlSeconds,
        ttlSeconds === Number.POSITIVE_INFINITY ? OUTSIDE_TTL_SECONDS : ttlSeconds,
      ),
      failovers,
    };
  }

  /** Tells the log about failover records whose answer has changed since the last time. */
  noteChanges(): void {
    for (const name of this.failoverNames) {
      const { record, because } = this.failoverOf(this.candidates(name));
      if ((this.lastAnswers.get(name) ?? 'PRIMARY') === record) continue;
      this.lastAnswers.set(name, record);
      this.log.record({ kind: 'dns-answer', recordName: name, answer: record, because });
    }
  }

  private choose(name: string): RecordSet | undefined {
    const candidates = this.candidates(name);
    if (candidates.length < 2) return candidates[0];
    const { record } = this.failoverOf(candidates);
    return candidates.find(({ Failover }) => Failover === record);
  }

  private candidates(name: string): readonly RecordSet[] {
    return this.byName.get(name) ?? [];
  }

  private failoverOf(candidates: readonly RecordSet[]) {
    const healthOf = (side: 'PRIMARY' | 'SECONDARY'): boolean | undefined => {
      const record = candidates.find(({ Failover }) => Failover === side);
      return record && this.healthOf(record);
    };
    return failoverAnswer({ primaryHealthy: healthOf('PRIMARY'), secondaryHealthy: healthOf('SECONDARY') });
  }

  private healthOf(record: RecordSet, hops = 0): boolean | undefined {
    const { HealthCheckId: id, AliasTarget } = record;
    const healthCheck = id === undefined ? undefined : this.health().healthChecks.isHealthy(id);
    const evaluates = AliasTarget?.EvaluateTargetHealth === true && hops < MAX_CHAIN;
    return recordHealth({ healthCheck, target: evaluates ? this.targetHealth(record, hops) : undefined });
  }

  /** Emulation: buckets, APIs and VPC endpoints are always healthy; AWS advises against asking for their health. */
  private targetHealth(record: RecordSet, hops: number): boolean | undefined {
    const target = targetOf(record);
    const group = this.candidates(target);
    return group.length > 0
      ? groupHealth(group.map((one) => this.healthOf(one, hops + 1)))
      : this.health().loadBalancer?.(target);
  }

  /** Names outside the zone whose health decides about a record. */
  get evaluatedTargets(): ReadonlySet<string> {
    const evaluating = this.records.filter(({ AliasTarget }) => AliasTarget?.EvaluateTargetHealth === true);
    return new Set(evaluating.map(targetOf));
  }
}

const endless = (resource: string, problem: string, path: readonly string[]): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${resource}: ${problem}, got ${path.join(', ')}; lead it to an address`,
  );

/** A rehearsal's clients speak IPv4; a name has either A records or a CNAME. */
function recordsByName(records: readonly RecordSet[]): ReadonlyMap<string, readonly RecordSet[]> {
  const byName = new Map<string, RecordSet[]>();
  for (const type of ['A', 'CNAME']) {
    for (const record of records.filter(({ Type }) => Type === type)) {
      const known = byName.get(record.Name);
      if (known === undefined) byName.set(record.Name, [record]);
      else if (known[0]?.Type === type) known.push(record);
    }
  }
  return byName;
}

/**
 * A distribution has no health that a record could evaluate: Route 53 refuses such a record.
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
 */
function requireEvaluable(name: string, { AliasTarget: alias }: Pick<RecordSet, 'AliasTarget'>): void {
  if (!alias?.EvaluateTargetHealth || !normalize(alias.DNSName).endsWith('.cloudfront.net')) return;
  throw new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${name}.AliasTarget.EvaluateTargetHealth: can't be true for a CloudFront distribution, got true; use false, and a health check`,
  );
}

const targetOf = (record: RecordSet): string =>
  normalize(record.AliasTarget?.DNSName ?? record.ResourceRecords[0] ?? '');

/** DNS ignores case and the dot at the end. Load balancer aliases of the CDK carry a prefix that means "IPv6 too". */
const normalize = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');
