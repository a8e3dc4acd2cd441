import type { Deployment } from '../aws/assembly/deployment';
import { type AlarmingFacts, readAlarms } from './alarm-facts';
import { type EdgeFacts, readEdge } from './edge-facts';
import { type FailoverFacts, type HealthCheckFacts, readFailovers, readHealthChecks } from './health-facts';

/** Everything in a template that decides how long a failover takes. */
export interface TimingFacts {
  readonly domainName: string;
  readonly healthChecks: readonly HealthCheckFacts[];
  readonly failovers: readonly FailoverFacts[];
  /** @default - shoppers ask the store itself, or nothing is predicted about what is in between */
  readonly edge?: EdgeFacts;
  readonly alarming: AlarmingFacts;
}

/** Reads what predictions are made from. @param domainName the name that shoppers type */
export const readTimingFacts = (deployment: Deployment, domainName: string): TimingFacts => ({
  domainName,
  healthChecks: readHealthChecks(deployment),
  failovers: readFailovers(deployment),
  edge: readEdge(deployment, domainName),
  alarming: readAlarms(deployment),
});
