import { DOMAIN_NAME } from '../api-gateway/resource';
import type { Deployment } from '../assembly/deployment';
import { DISTRIBUTION } from '../cloudfront/resource';
import { HEALTH_CHECK, RECORD_SET } from '../route53/resource';

/** A health check that probes the store. */
export interface EndpointFacts {
  readonly kind: 'endpoint';
  readonly id: string;
  readonly path: string;
  readonly intervalMs: number;
  /** Probes in a row that change a checker's mind. */
  readonly failureThreshold: number;
  /** Whether it looks for a text. */
  readonly searches: boolean;
}

/** A health check that counts others. */
export interface CalculatedFacts {
  readonly kind: 'calculated';
  readonly id: string;
  readonly children: readonly string[];
  /** How many of them have to be healthy. */
  readonly healthThreshold: number;
}

/** Nothing is predicted about these. */
export interface OtherFacts {
  readonly kind: 'other';
  readonly id: string;
}

export type HealthCheckFacts = EndpointFacts | CalculatedFacts | OtherFacts;

/** A pair of failover records, as far as time is concerned. */
export interface FailoverFacts {
  /** Without the final dot. */
  readonly name: string;
  /** What PRIMARY hangs on. @default - nothing, it never fails over */
  readonly healthCheckId?: string;
  /** How long resolvers keep PRIMARY. */
  readonly ttlMs: number;
  /** How long resolvers keep SECONDARY. */
  readonly backTtlMs: number;
  /** Whether SECONDARY leads to a distribution or an API of the assembly, and not to a standby that may serve everybody. */
  readonly showsPage: boolean;
}

/**
 * Route 53 answers an alias with the TTL of its target: 60 s for CloudFront, load balancers and API Gateway, its own for
 * another record.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
 */
const ALIAS_TTL_MS = 60_000;

/** Every health check of a template. */
export function readHealthChecks(deployment: Deployment): readonly HealthCheckFacts[] {
  // A check of a distribution watches the emergency site, not the store.
  const edges = deployment.all(DISTRIBUTION).map(({ attribute }) => attribute('DomainName'));
  // A check of a SECONDARY record watches the standby.
  const ofStandby = deployment
    .all(RECORD_SET)
    .flatMap(({ properties }) => (properties.Failover === 'SECONDARY' ? [properties.HealthCheckId] : []));
  return deployment.all(HEALTH_CHECK).map(({ ref: id, properties: { HealthCheckConfig: config } }) => {
    if (edges.includes(config.FullyQualifiedDomainName ?? '') || ofStandby.includes(id))
      return { kind: 'other', id };
    if (config.Inverted || config.Type === 'CLOUDWATCH_METRIC' || config.Type === 'TCP')
      return { kind: 'other', id };
    if (config.Type === 'CALCULATED') {
      const children = config.ChildHealthChecks;
      return {
        kind: 'calculated',
        id,
        children,
        healthThreshold: config.HealthThreshold ?? children.length,
      };
    }
    return {
      kind: 'endpoint',
      id,
      path: config.ResourcePath,
      intervalMs: config.RequestInterval * 1000,
      failureThreshold: config.FailureThreshold,
      searches: config.Type.endsWith('STR_MATCH'),
    };
  });
}

/** Every PRIMARY record of a template, with its SECONDARY. */
export function readFailovers(deployment: Deployment): readonly FailoverFacts[] {
  const records = deployment.all(RECORD_SET).map(({ properties }) => properties);
  const pages = new Set([
    ...deployment.all(DISTRIBUTION).map(({ attribute }) => attribute('DomainName')),
    ...deployment.all(DOMAIN_NAME).map(({ attribute }) => attribute('RegionalDomainName')),
  ]);
  const ttlMs = (record: RecordSet | undefined) => {
    const alias = record?.AliasTarget;
    const target = alias
      ? records.find(({ Name, Type }) => nameOf(Name) === nameOf(alias.DNSName) && Type === record.Type)
      : record;
    return target?.TTL === undefined ? ALIAS_TTL_MS : target.TTL * 1000;
  };
  return records
    .filter(({ Failover }) => Failover === 'PRIMARY')
    .map((primary) => {
      const secondary = records.find(
        ({ Failover, Name, Type }) =>
          Failover === 'SECONDARY' && Name === primary.Name && Type === primary.Type,
      );
      return {
        name: nameOf(primary.Name),
        healthCheckId: primary.HealthCheckId,
        ttlMs: ttlMs(primary),
        backTtlMs: ttlMs(secondary),
        showsPage: targetsOf(secondary).some((target) => pages.has(target)),
      };
    });
}

const targetsOf = (record: RecordSet | undefined): readonly string[] =>
  record === undefined
    ? []
    : [...record.ResourceRecords, ...(record.AliasTarget ? [record.AliasTarget.DNSName] : [])].map(nameOf);

const nameOf = (name: string): string => name.replace(/\.$/, '');

type RecordSet = (typeof RECORD_SET)['properties']['_output'];
