import type { EventLog } from '../../kernel/event-log';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import type { Deployment } from '../assembly/deployment';
import type { HealthChecks } from './health-checks';
import { normalize } from './record-names';
import { groupHealth, recordHealth } from './rules/alias-health';
import { failoverAnswer } from './rules/failover-answer';
import { effectiveTtlSeconds } from './rules/resolver-cache';
import { type RecordSet, ZoneRecords } from './zone-records';

/** What public DNS answers to one query. */
export interface DnsAnswer {
  /** An IP address, the other name of a CNAME, or what was asked for: nobody knows more about a name outside the zone. */
  readonly address: string;
  /** How long a resolver may keep it, in seconds. */
  readonly ttlSeconds: number;
  /** The failover records that were asked on the way and what they answered. */
  readonly failovers: readonly { readonly recordName: string; readonly answer: 'PRIMARY' | 'SECONDARY' }[];
}

/** What decides about the answers of a zone. */
export interface ZoneHealth {
  readonly healthChecks: Pick<HealthChecks, 'isHealthy'>;
  /** The health of a load balancer, by its DNS name. @returns undefined for any other name */
  readonly loadBalancer?: (dnsName: string) => boolean | undefined;
}

/** The records of the stack's hosted zone, answering by health. */
export class Zone {
  private readonly records: ZoneRecords;
  private readonly lastAnswers = new Map<string, 'PRIMARY' | 'SECONDARY'>();
  private changed = 0;

  constructor(
    deployment: Deployment,
    private readonly health: () => ZoneHealth,
    private readonly log: EventLog,
    private readonly unknowns: UnknownValues = UNKNOWN_DEFAULTS,
  ) {
    this.records = new ZoneRecords(deployment);
  }

  /** How often a failover record has changed its answer so far. */
  get changes(): number {
    return this.changed;
  }

  /** Names that fail over, in template order, each once. */
  get failoverNames(): readonly string[] {
    return [
      ...new Set(this.records.all.filter(({ Failover }) => Failover === 'PRIMARY').map(({ Name }) => Name)),
    ];
  }

  /** Where one side of the failover pairs leads: addresses and outside names. */
  targets(side: 'PRIMARY' | 'SECONDARY'): readonly string[] {
    return this.records.all.filter(({ Failover }) => Failover === side).map(({ target }) => target);
  }

  /** The health checks of one side of the failover pairs. */
  healthCheckIds(side: 'PRIMARY' | 'SECONDARY'): readonly string[] {
    return this.records.all.flatMap(({ Failover, HealthCheckId }) =>
      Failover === side && HealthCheckId !== undefined ? [HealthCheckId] : [],
    );
  }

  /** Names whose health decides about a record. */
  get evaluatedTargets(): ReadonlySet<string> {
    return new Set(
      this.records.all.flatMap(({ AliasTarget, target }) =>
        AliasTarget?.EvaluateTargetHealth ? [target] : [],
      ),
    );
  }

  /** Why a name has no answer although a wildcard seems to cover it, as part of a sentence. */
  whyWildcardIsSilent(name: string): string | undefined {
    const kept = this.records.keptFromWildcard(normalize(name));
    return (
      kept &&
      `${kept.wildcard} does not answer for it any more, because ${kept.by} makes a record below it (RFC 4592, 2.2.2)`
    );
  }

  /**
   * The answer to one query. Aliases are followed inside Route 53, and the answer has the TTL of where they end; a CNAME
   * is for the resolver to follow.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
   */
  answer(name: string): DnsAnswer {
    const failovers: { recordName: string; answer: 'PRIMARY' | 'SECONDARY' }[] = [];
    let address = normalize(name);
    const { aliasTtlSeconds, outsideTtlSeconds } = this.unknowns;
    let ttlSeconds = outsideTtlSeconds;
    let isAlias = true;
    for (let record = this.choose(address); isAlias && record; record = this.choose(address)) {
      if (record.Failover !== undefined) {
        failovers.push({ recordName: record.Name, answer: record.Failover });
      }
      address = record.target;
      ttlSeconds = effectiveTtlSeconds({ ttlSeconds: record.TTL, target: record.target }, aliasTtlSeconds);
      isAlias = record.AliasTarget !== undefined;
    }
    return { address, ttlSeconds, failovers };
  }

  /** Where a name leads at this moment, over CNAMEs too, for a client that caches no answer. */
  lookup(name: string): Omit<DnsAnswer, 'ttlSeconds'> {
    const { address, failovers } = this.answer(name);
    if (address === normalize(name)) {
      return { address, failovers };
    }
    const further = this.lookup(address);
    return { address: further.address, failovers: [...failovers, ...further.failovers] };
  }

  /** Tells the log about failover records whose answer has changed since the last time. */
  noteChanges(): void {
    for (const name of this.failoverNames) {
      const { record, because } = this.failoverOf(this.records.named(name));
      if ((this.lastAnswers.get(name) ?? 'PRIMARY') === record) {
        continue;
      }
      this.lastAnswers.set(name, record);
      this.changed += 1;
      this.log.record({ kind: 'dns-answer', recordName: name, answer: record, because });
    }
  }

  private choose(name: string): RecordSet | undefined {
    const candidates = this.records.named(name);
    if (candidates.length < 2) {
      return candidates[0];
    }
    const { record } = this.failoverOf(candidates);
    return candidates.find(({ Failover }) => Failover === record);
  }

  private failoverOf(candidates: readonly RecordSet[]) {
    const healthOf = (side: 'PRIMARY' | 'SECONDARY'): boolean | undefined => {
      const record = candidates.find(({ Failover }) => Failover === side);
      return record && this.healthOf(record);
    };
    return failoverAnswer({ primaryHealthy: healthOf('PRIMARY'), secondaryHealthy: healthOf('SECONDARY') });
  }

  private healthOf(record: RecordSet): boolean | undefined {
    const { HealthCheckId: id, AliasTarget } = record;
    return recordHealth({
      healthCheck: id === undefined ? undefined : this.health().healthChecks.isHealthy(id),
      target: AliasTarget?.EvaluateTargetHealth ? this.targetHealth(record.target) : undefined,
    });
  }

  /** Emulation: buckets, APIs and VPC endpoints are always healthy; AWS advises against asking for their health. */
  private targetHealth(target: string): boolean | undefined {
    const group = this.records.named(target);
    return group.length > 0
      ? groupHealth(group.map((one) => this.healthOf(one)))
      : this.health().loadBalancer?.(target);
  }
}
