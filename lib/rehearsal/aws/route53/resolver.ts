import type { Clock } from '../../kernel/clock/clock';
import type { EventLog } from '../../kernel/event-log';
import { freshUntil, isFresh } from './rules/resolver-cache';
import type { DnsAnswer, Zone } from './zone';

/** What a resolver works with. */
export interface ResolverDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  /** How long it keeps an answer at least, whatever the TTL, in seconds. @default 0, it keeps to the TTL */
  readonly minimumTtlSeconds?: number;
}

interface CachedAnswer {
  readonly answer: DnsAnswer;
  readonly freshUntilMs: number;
  /** How often failover records had changed by then. */
  readonly changes: number;
}

/** A recursive resolver with a cache of its own: an internet provider's, or one that an edge location uses. */
export class DnsResolver {
  private readonly cache = new Map<string, CachedAnswer>();

  constructor(
    readonly name: string,
    private readonly zone: Zone,
    private readonly world: ResolverDeps,
  ) {}

  /**
   * The address of a host name: each answer on the way to it is at most its own TTL old, unless this resolver keeps
   * answers longer. So a short-lived CNAME does not make what it leads to any fresher.
   *
   * @see https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2
   */
  addressOf(hostName: string): string {
    const { address } = this.ask(hostName);
    return address === hostName ? address : this.addressOf(address);
  }

  private ask(name: string): DnsAnswer {
    const cached = this.cache.get(name);
    if (cached !== undefined && isFresh(cached.freshUntilMs, this.world.clock.nowMs)) {
      return cached.answer;
    }
    const answer = this.zone.answer(name);
    this.noteSwitch(cached, answer);
    const { clock, minimumTtlSeconds } = this.world;
    const freshUntilMs = freshUntil(clock.nowMs, answer.ttlSeconds, minimumTtlSeconds);
    this.cache.set(name, { answer, freshUntilMs, changes: this.zone.changes });
    return answer;
  }

  private noteSwitch(before: CachedAnswer | undefined, after: DnsAnswer): void {
    for (const [index, { answer }] of after.failovers.entries()) {
      if (answer === (before?.answer.failovers[index]?.answer ?? 'PRIMARY')) {
        this.noteSleep(before, answer);
        continue;
      }
      this.world.log.record({
        kind: 'resolver-switched',
        resolver: this.name,
        answer,
        expiredMs: before?.freshUntilMs,
      });
    }
  }

  /** Nobody has asked since the old answer expired, while the record failed over and went back. */
  private noteSleep(before: CachedAnswer | undefined, answer: 'PRIMARY' | 'SECONDARY'): void {
    if (before === undefined || answer === 'SECONDARY' || before.changes === this.zone.changes) {
      return;
    }
    this.world.log.record({ kind: 'resolver-slept', resolver: this.name, expiredMs: before.freshUntilMs });
  }
}
