import { Annotations, Duration, Tags } from 'aws-cdk-lib';
import { type CfnHealthCheck, HealthCheck, HealthCheckType } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { Severity } from '../../../lambda/status-update/contract/symptom';
import type { StoreTarget } from '../../store-target';
import type { HealthChecksProps, WatchedEndpoint } from '../../understudy-props';
import { probeTarget } from './probe-target';

/** What is probed, and how. */
export interface StoreHealthChecksProps extends HealthChecksProps {
  readonly domainName: string;
  /** Where the store runs while it is up; never the standby. */
  readonly primary: StoreTarget;
  /**
   * Whether the first critical endpoint's answer times are measured. AWS can't switch this on or off for an existing
   * health check: a change replaces the health check.
   * @default false
   */
  readonly measureLatency?: boolean;
}

/** One endpoint's health check, by id. */
export interface EndpointHealthCheck {
  readonly name: string;
  readonly critical: boolean;
  readonly severity?: Severity | undefined;
  readonly restoreOrder?: number | undefined;
  readonly healthCheckId: string;
}

export const DEFAULT_INTERVAL = Duration.seconds(10);
export const DEFAULT_FAILURE_THRESHOLD = 3;

/**
 * One Route 53 health check per endpoint, and a calculated one over the critical endpoints, or over their ports, that
 * says whether the store is up. A new health check counts as healthy until Route 53 has enough answers.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export class HealthChecks extends Construct {
  /** In the order of the props. */
  readonly endpoints: readonly EndpointHealthCheck[];
  /** Healthy while every critical endpoint is, or its port. It alone moves the failover records. */
  readonly storeHealthCheckId: string;
  /** How many of the endpoints that close the store must be healthy. */
  readonly storeHealthThreshold: number;
  /** Those that close the store, where only its ports do; else empty. */
  readonly portHealthCheckIds: readonly string[];
  /** Probed for its answer times, too, when `measureLatency` is set. */
  readonly firstCriticalHealthCheckId: string;

  constructor(scope: Construct, id: string, props: StoreHealthChecksProps) {
    super(scope, id);
    const firstCritical = props.endpoints.find(isCritical);
    const probes = props.endpoints.map((endpoint) => ({
      endpoint,
      check: this.probe(endpoint, props, endpoint === firstCritical && props.measureLatency === true),
    }));
    const critical = probes.filter(({ endpoint }) => isCritical(endpoint)).map(({ check }) => check);
    const ports = props.slowCloses === false ? this.portChecks(props) : undefined;
    const store = new HealthCheck(this, 'Store', {
      type: HealthCheckType.CALCULATED,
      childHealthChecks: ports ?? critical,
    });
    Tags.of(store).add('Name', `${props.domainName} store`);
    this.warnAboutHost(props);
    if (props.slowCloses === false) {
      this.warnAboutPort(props);
    }
    this.storeHealthCheckId = store.healthCheckId;
    this.portHealthCheckIds = (ports ?? []).map(({ healthCheckId }) => healthCheckId);
    this.storeHealthThreshold = thresholdOf(store);
    this.firstCriticalHealthCheckId = critical[0]?.healthCheckId ?? store.healthCheckId;
    this.endpoints = probes.map(({ endpoint, check }) => ({
      name: endpoint.name,
      critical: isCritical(endpoint),
      severity: endpoint.severity,
      restoreOrder: endpoint.restoreOrder,
      healthCheckId: check.healthCheckId,
    }));
  }

  /** A hosted platform tells its shops apart by `Host`, and a name of the platform's own is no shop. */
  private warnAboutHost({ primary, endpoints }: StoreHealthChecksProps): void {
    if (primary.kind === 'host-name' && endpoints.some(({ hostName }) => hostName === undefined)) {
      Annotations.of(this).addWarningV2(
        'understudy:probed-host-name',
        `healthChecks.endpoints: must answer with the Host of the target, got ${JSON.stringify(primary.hostName)}; ` +
          'else Route 53 fails over at once: set hostName to a name that always leads to the store',
      );
    }
  }

  /** A front door of somebody else's takes connections for a store that is gone. */
  private warnAboutPort({ primary }: StoreHealthChecksProps): void {
    if (primary.kind === 'ip') {
      return;
    }
    const name = primary.kind === 'load-balancer' ? primary.dnsName : primary.hostName;
    Annotations.of(this).addWarningV2(
      'understudy:slow-closes-at-a-front-door',
      `healthChecks.slowCloses: false closes the store only when ${name} takes no connections, and it takes them also ` +
        'while every server behind it is down; give a light endpoint as critical instead, where you can',
    );
  }

  /**
   * One TCP health check for each place that critical endpoints are probed at. No other type tells a slow answer from
   * none: those of HTTP wait two seconds for a status, whatever they look for.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
   */
  private portChecks(props: StoreHealthChecksProps): HealthCheck[] {
    const places = new Map<string, WatchedEndpoint>();
    for (const endpoint of props.endpoints.filter(isCritical)) {
      const { ipAddress, fqdn } = probeTarget(props.domainName, props.primary, endpoint);
      const place = ipAddress ?? fqdn;
      if (!places.has(place)) {
        places.set(place, endpoint);
      }
    }
    return [...places.values()].map((endpoint) => this.portCheck(endpoint, props));
  }

  private portCheck(endpoint: WatchedEndpoint, props: StoreHealthChecksProps): HealthCheck {
    const { ipAddress, fqdn } = probeTarget(props.domainName, props.primary, endpoint);
    // A capital: endpoints have none in their names.
    const check = new HealthCheck(this, `Port-${endpoint.name}`, {
      type: HealthCheckType.TCP,
      ...(ipAddress === undefined ? { fqdn } : { ipAddress }),
      port: 443,
      requestInterval: props.interval ?? DEFAULT_INTERVAL,
      failureThreshold: props.failureThreshold ?? DEFAULT_FAILURE_THRESHOLD,
    });
    Tags.of(check).add('Name', `${props.domainName} port of ${endpoint.name}`);
    return check;
  }

  private probe(
    endpoint: WatchedEndpoint,
    props: StoreHealthChecksProps,
    measureLatency: boolean,
  ): HealthCheck {
    const { searchString } = endpoint;
    const check = new HealthCheck(this, endpoint.name, {
      ...(searchString === false
        ? { type: HealthCheckType.HTTPS }
        : { type: HealthCheckType.HTTPS_STR_MATCH, searchString }),
      ...probeTarget(props.domainName, props.primary, endpoint),
      port: 443,
      enableSNI: true,
      resourcePath: endpoint.path,
      requestInterval: props.interval ?? DEFAULT_INTERVAL,
      failureThreshold: props.failureThreshold ?? DEFAULT_FAILURE_THRESHOLD,
      measureLatency,
    });
    // The Route 53 console lists health checks by this tag only.
    Tags.of(check).add('Name', `${props.domainName} ${endpoint.name}`);
    return check;
  }
}

/** As the template states it, so that whatever gives it back later gives back what was deployed. */
function thresholdOf(check: HealthCheck): number {
  const { healthCheckConfig: config } = check.node.defaultChild as CfnHealthCheck;
  if (typeof config !== 'object' || !('healthThreshold' in config) || config.healthThreshold === undefined) {
    throw new Error(`${check.node.path}: must state its health threshold, got none`);
  }
  return config.healthThreshold;
}

function isCritical(endpoint: WatchedEndpoint): boolean {
  return endpoint.critical === true;
}
