import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import type { Exchange } from '../../kernel/network/exchange';
import type { Host, NetworkRequest } from '../../kernel/network/network';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import type { Deployment } from '../assembly/deployment';
import type { MetricStore } from '../cloudwatch/metric-store';
import type { Distribution, Origin, OriginTarget } from './distribution';
import { type AnswerCounter, answerCounter, functionCounter } from './distribution-metrics';
import { type EdgeAnswer, type EdgeExchange, madeByCloudFront } from './edge-answer';
import { EdgeLocation } from './edge-location';
import { readDistributions } from './read-distributions';
import { MONITORING_SUBSCRIPTION } from './resource';

/** What distributions need of the rest of the world. */
export interface DistributionDeps {
  readonly internet: Host;
  readonly metrics: MetricStore;
  /** @default - those of the table */
  readonly unknowns?: UnknownValues;
  /** Where the given edge location believes a host name to be. */
  readonly addressOf: (location: number, hostName: string) => string;
}

interface ServedDistribution {
  readonly distribution: Distribution;
  readonly locations: readonly EdgeLocation[];
  readonly count: AnswerCounter;
}

/** The stack's CloudFront distributions at all their edge locations. */
export class Distributions implements Host {
  private readonly served: readonly ServedDistribution[];
  /** Those that take requests, by their own names and their aliases. */
  private readonly byHost = new Map<string, ServedDistribution>();

  constructor(deployment: Deployment, world: DistributionDeps) {
    const { edgeLocations } = world.unknowns ?? UNKNOWN_DEFAULTS;
    const withAdditionalMetrics = additionalMetrics(deployment);
    const countFunction = functionCounter(world.metrics);
    this.served = readDistributions(deployment).map((distribution) => ({
      distribution,
      count: answerCounter(world.metrics, {
        id: distribution.id,
        additional: withAdditionalMetrics.has(distribution.id),
      }),
      locations: Array.from(
        { length: edgeLocations },
        (_, location) =>
          new EdgeLocation(distribution, {
            internet: world.internet,
            countFunction,
            ...(world.unknowns && { unknowns: world.unknowns }),
            addressOf: (hostName) => world.addressOf(location, hostName),
          }),
      ),
    }));
    for (const one of this.served) {
      const { domainName, aliases, enabled } = one.distribution;
      // A disabled distribution accepts no requests for any of its names.
      if (enabled) {
        for (const host of [domainName, ...aliases]) {
          this.byHost.set(host, one);
        }
      }
    }
  }

  /** Names that shoppers may use. */
  get aliases(): readonly string[] {
    return this.served.flatMap(({ distribution }) => distribution.aliases);
  }

  /** Every origin that cache behaviors ask first, in template order. */
  get primaryOrigins(): readonly Origin[] {
    return this.targets.map((target) => (target.kind === 'origin' ? target.origin : target.primary));
  }

  /** Every origin that an origin group fails over to, in template order. */
  get secondaryOrigins(): readonly Origin[] {
    return this.targets.flatMap((target) => (target.kind === 'group' ? [target.secondary] : []));
  }

  private get targets(): readonly OriginTarget[] {
    return this.served
      .flatMap(({ distribution }) => [distribution.defaultBehavior, ...distribution.behaviors])
      .map(({ target }) => target);
  }

  answersAt(address: string): boolean {
    return this.served.some(({ distribution }) => distribution.domainName === address);
  }

  exchange(_address: string, request: NetworkRequest, startMs: number): MaybePromise<Exchange> {
    const found = this.servedUnder(request.headers['host']?.toLowerCase() ?? '');
    const location = found?.locations[(request.location ?? 0) % found.locations.length];
    if (found === undefined || location === undefined) {
      return asExchange(UNKNOWN_HOST);
    }
    return thenNow(location.handle(request, startMs), (answer) => {
      found.count(answer);
      return asExchange(request.method === 'HEAD' ? { ...answer, body: NO_BODY } : answer);
    });
  }

  /**
   * CloudFront picks the distribution by the Host header, not by the address that was connected to. A wildcard stands
   * for any number of labels; the more specific name goes first.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/alternate-domain-names-wildcard.html
   */
  private servedUnder(host: string): ServedDistribution | undefined {
    let found = this.byHost.get(host);
    for (let dot = host.indexOf('.'); found === undefined && dot >= 0; dot = host.indexOf('.', dot + 1)) {
      found = this.byHost.get(`*${host.slice(dot)}`);
    }
    return found;
  }
}

/** Ids of the distributions that publish additional metrics. */
export const additionalMetrics = (deployment: Deployment): ReadonlySet<string> =>
  new Set(
    deployment
      .all(MONITORING_SUBSCRIPTION)
      .filter(({ properties: { MonitoringSubscription } }) => {
        const { RealtimeMetricsSubscriptionConfig: config } = MonitoringSubscription;
        return config.RealtimeMetricsSubscriptionStatus === 'Enabled';
      })
      .map(({ properties }) => properties.DistributionId),
  );

/** Emulation: what a connection to an edge location takes. */
const CONNECT_MS = 20;

const asExchange = (answer: EdgeAnswer): EdgeExchange => ({
  kind: 'response',
  connectMs: CONNECT_MS,
  firstByteMs: answer.elapsedMs,
  bodyMs: 0,
  status: answer.status,
  headers: answer.headers,
  body: answer.body,
  servedFrom: answer.servedFrom,
  originStatus: answer.originStatus,
});

const NO_BODY = new Uint8Array();

/** No enabled distribution has the name. */
const UNKNOWN_HOST = madeByCloudFront(403);
