import { type Clock, every } from '../../kernel/clock/clock';
import type { Random } from '../../kernel/clock/random';
import type { EventLog } from '../../kernel/event-log';
import { thenNow } from '../../kernel/maybe-promise';
import type { Host } from '../../kernel/network/network';
import type { Deployment, ModelledResource } from '../assembly/deployment';
import { LISTENER, LISTENER_RULE, LOAD_BALANCER, TARGET_GROUP } from './resource';
import { nextTargetState, type TargetState, targetVerdict } from './rules/target-health';
import { type TargetCheck, targetCheck } from './target-check';

/** What load balancers need of the rest of the world. */
export interface LoadBalancerDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly random: Random;
  readonly internet: Host;
}

type TargetGroup = ModelledResource<(typeof TARGET_GROUP)['properties']['_output']>;

/**
 * The load balancers whose health decides about records. Emulation: behind each target group is one target, which is
 * the store, at the load balancer's own name; a load balancer without target groups is healthy.
 */
export class LoadBalancers {
  /** Where targets are asked, which a stand-in for the store has to answer well. */
  readonly paths: string[] = [];
  /** By the load balancer's DNS name: the state of each of its target groups. */
  private readonly states = new Map<string, Map<string, TargetState>>();

  /** @param names DNS names of the load balancers that count */
  constructor(
    deployment: Deployment,
    names: ReadonlySet<string>,
    private readonly world: LoadBalancerDeps,
  ) {
    // An assembly in which none counts may have them as it likes.
    if (names.size === 0) {
      return;
    }
    for (const { ref, attribute } of deployment.all(LOAD_BALANCER)) {
      const name = attribute('DNSName');
      if (!names.has(name)) {
        continue;
      }
      const groups = groupsOf(deployment, ref);
      this.states.set(name, new Map(groups.map((group) => [group.logicalId, HEALTHY])));
      for (const group of groups) {
        this.check(name, group);
      }
    }
  }

  /**
   * Healthy while every target group has a healthy target; undefined for a name that is no load balancer of these.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
   */
  isHealthy(dnsName: string): boolean | undefined {
    const states = this.states.get(dnsName);
    return states && [...states.values()].every(({ healthy }) => healthy);
  }

  /** Emulation: from one node, at a moment of its own within the interval. */
  private check(name: string, { logicalId, properties }: TargetGroup): void {
    const check = targetCheck(properties);
    if (check === undefined) {
      return;
    }
    const { clock, random, internet } = this.world;
    const { HealthCheckPath: path } = properties;
    const protocol = check.protocol === 'HTTPS' ? 'https' : 'http';
    const headers = { host: name, 'user-agent': 'ELB-HealthChecker/2.0' };
    this.paths.push(path);
    const request = { method: 'GET', path, headers, protocol } as const;
    every(clock, check.intervalMs, clock.nowMs + random() * check.intervalMs, () => {
      const startMs = clock.nowMs;
      return thenNow(internet.exchange(name, request, startMs), (exchange) => {
        const { passed, elapsedMs } = targetVerdict(check, exchange);
        clock.at(startMs + elapsedMs, () => this.take({ name, group: logicalId, passed, check }));
      });
    });
  }

  private take({ name, group, passed, check }: TargetResult): void {
    const states = this.states.get(name);
    const state = states?.get(group) ?? HEALTHY;
    const next = nextTargetState(state, passed, check);
    states?.set(group, next);
    if (next.healthy === state.healthy) {
      return;
    }
    this.world.log.record({
      kind: 'health-check',
      id: name,
      healthCheck: `target group ${group}`,
      healthy: next.healthy,
      because: next.healthy ? 'its target answers again' : 'its target does not answer well',
    });
  }
}

interface TargetResult {
  readonly name: string;
  readonly group: string;
  readonly passed: boolean;
  readonly check: TargetCheck;
}

const HEALTHY: TargetState = { healthy: true, contraryResults: 0 };

/** The target groups that the listeners of a load balancer and their rules forward to. */
function groupsOf(deployment: Deployment, loadBalancerArn: string): readonly TargetGroup[] {
  const listeners = deployment
    .all(LISTENER)
    .filter(({ properties }) => properties.LoadBalancerArn === loadBalancerArn);
  const arns = new Set(listeners.map(({ ref }) => ref));
  const rules = deployment.all(LISTENER_RULE).filter(({ properties }) => arns.has(properties.ListenerArn));
  const actions = JSON.stringify([
    ...listeners.map(({ properties }) => properties.DefaultActions),
    ...rules.map(({ properties }) => properties.Actions),
  ]);
  return deployment.all(TARGET_GROUP).filter(({ ref }) => actions.includes(JSON.stringify(ref)));
}
