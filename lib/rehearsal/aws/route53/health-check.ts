import type { Clock } from '../../kernel/clock/clock';
import type { Random } from '../../kernel/clock/random';
import type { EventLog } from '../../kernel/event-log';
import type { Host } from '../../kernel/network/network';
import type { UnknownValues } from '../../unknowns/unknown-values';
import type { ModelledResource } from '../assembly/deployment';
import type { MetricStore } from '../cloudwatch/metric-store';
import type { CheckerFault } from './checker';
import type { HEALTH_CHECK } from './resource';

/** What health checks need of the rest of the world. */
export interface HealthCheckDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly metrics: MetricStore;
  readonly random: Random;
  /** @default - those of the table */
  readonly unknowns?: UnknownValues;
  readonly internet: Host;
  /** The address of a host name, as public DNS answers it now. */
  readonly addressOf: (hostName: string) => string;
  /** @default - nothing is wrong with any checker */
  readonly checkerFault?: CheckerFault;
}

/** A health check of the template. */
export type HealthCheckResource = ModelledResource<(typeof HEALTH_CHECK)['properties']['_output']>;

export const configOf = (resource: HealthCheckResource) => resource.properties.HealthCheckConfig;

/** How people call a health check: its name tag, else what it probes, else its logical id. */
export function labelOf(resource: HealthCheckResource): string {
  const tag = resource.properties.HealthCheckTags.find(({ Key }) => Key === 'Name');
  const { FullyQualifiedDomainName, IPAddress, ResourcePath } = configOf(resource);
  const address = FullyQualifiedDomainName ?? IPAddress;
  return tag?.Value ?? (address === undefined ? resource.logicalId : `${address}${ResourcePath}`);
}
