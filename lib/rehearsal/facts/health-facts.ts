import { isIP } from 'node:net';
import { apiEndpoints } from '../aws/api-gateway/http-apis';
import type { Deployment } from '../aws/assembly/deployment';
import { DISTRIBUTION } from '../aws/cloudfront/resource';
import { CHECKER_REGIONS } from '../aws/route53/checker';
import { HEALTH_CHECK, RECORD_SET } from '../aws/route53/resource';
import { knownTtlSeconds } from '../aws/route53/rules/resolver-cache';

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
  /** Whether it asks for a connection and nothing else, as the type TCP does. @default false */
  readonly connectsOnly?: boolean;
  /** What it asks for: a name outside of the assembly, a name that the assembly has records of, or no name at all. */
  readonly asks: 'name' | 'record' | 'address';
  /** Where its checkers stand, such as `eu-west-1`, as many in each. */
  readonly regions: readonly string[];
}

/** A health check that probes the emergency site, which has nothing to do with the store. */
export interface SiteFacts {
  readonly kind: 'site';
  readonly id: string;
  readonly regions: readonly string[];
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

export type HealthCheckFacts = EndpointFacts | SiteFacts | CalculatedFacts | OtherFacts;

/** A pair of failover records, as far as time is concerned. */
export interface FailoverFacts {
  /** Without the final dot. */
  readonly name: string;
  /** What PRIMARY hangs on. @default - nothing, it never fails over */
  readonly healthCheckId?: string;
  /** How long resolvers keep PRIMARY. @default - it is an alias for whose target AWS gives no TTL */
  readonly ttlMs?: number;
  /** How long resolvers keep SECONDARY. @default - as above */
  readonly backTtlMs?: number;
  /** Whether SECONDARY leads to a distribution or an API of the assembly, and not to a standby that may serve everybody. */
  readonly showsPage: boolean;
  /** Whether PRIMARY leads to the store itself, and not to a distribution or an API of the assembly. */
  readonly leadsToStore: boolean;
  /** Whether PRIMARY leads to a name outside of the assembly, which may lose its address. */
  readonly leadsToName: boolean;
  /** Whether PRIMARY also hangs on the health of what it is an alias of. */
  readonly evaluatesTarget: boolean;
}

/** Every health check of a template. */
export function readHealthChecks(deployment: Deployment): readonly HealthCheckFacts[] {
  // A check of a distribution watches the emergency site, not the store.
  const edges = deployment.all(DISTRIBUTION).map(({ attribute }) => attribute('DomainName'));
  const names = new Set(deployment.all(RECORD_SET).map(({ properties }) => nameOf(properties.Name)));
  // A check of a SECONDARY record watches the standby.
  const ofStandby = deployment
    .all(RECORD_SET)
    .flatMap(({ properties }) => (properties.Failover === 'SECONDARY' ? [properties.HealthCheckId] : []));
  return deployment.all(HEALTH_CHECK).map(({ ref: id, properties: { HealthCheckConfig: config } }) => {
    const { FullyQualifiedDomainName: host = '', IPAddress, Regions: regions = CHECKER_REGIONS } = config;
    if (ofStandby.includes(id)) {
      return { kind: 'other', id };
    }
    if (config.Inverted || config.Type === 'CLOUDWATCH_METRIC') {
      return { kind: 'other', id };
    }
    if (config.Type === 'CALCULATED') {
      const children = config.ChildHealthChecks;
      return {
        kind: 'calculated',
        id,
        children,
        healthThreshold: config.HealthThreshold ?? children.length,
      };
    }
    if (edges.includes(host)) {
      return { kind: 'site', id, regions };
    }
    return {
      kind: 'endpoint',
      id,
      path: config.ResourcePath,
      intervalMs: config.RequestInterval * 1000,
      failureThreshold: config.FailureThreshold,
      searches: config.Type.endsWith('STR_MATCH'),
      connectsOnly: config.Type === 'TCP',
      asks: IPAddress !== undefined ? 'address' : names.has(host) ? 'record' : 'name',
      regions,
    };
  });
}

/** Every PRIMARY record of a template, with its SECONDARY. */
export function readFailovers(deployment: Deployment): readonly FailoverFacts[] {
  const records = deployment.all(RECORD_SET).map(({ properties }) => properties);
  const names = new Set(records.map(({ Name }) => nameOf(Name)));
  const pages = new Set([
    ...deployment.all(DISTRIBUTION).map(({ attribute }) => attribute('DomainName')),
    ...apiEndpoints(deployment),
  ]);
  const ttlMs = (record: RecordSet | undefined) => {
    const alias = record?.AliasTarget;
    const target = alias
      ? records.find(({ Name, Type }) => nameOf(Name) === nameOf(alias.DNSName) && Type === record.Type)
      : record;
    const seconds = knownTtlSeconds({
      ...(target?.TTL !== undefined && { ttlSeconds: target.TTL }),
      target: nameOf(alias?.DNSName ?? ''),
    });
    return seconds === undefined ? undefined : seconds * 1000;
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
        leadsToStore: !targetsOf(primary).some((target) => pages.has(target)),
        leadsToName: targetsOf(primary).every((target) => !isIP(target) && !names.has(target)),
        evaluatesTarget: primary.AliasTarget?.EvaluateTargetHealth ?? false,
      };
    });
}

const targetsOf = (record: RecordSet | undefined): readonly string[] =>
  record === undefined
    ? []
    : [...record.ResourceRecords, ...(record.AliasTarget ? [record.AliasTarget.DNSName] : [])].map(nameOf);

const nameOf = (name: string): string => name.replace(/\.$/, '');

type RecordSet = (typeof RECORD_SET)['properties']['_output'];
