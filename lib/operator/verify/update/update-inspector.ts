import type { ZoneRecord } from './record-conflict';
import type { Resources } from './resources';

/** Looks at what an update would meet, and changes nothing. */
export interface UpdateInspector {
  /** What is deployed under a stack's name. Undefined when nothing is. */
  resources(stackName: string): Promise<Resources | undefined>;
  /** The records of a name in a hosted zone, and those below it as far as one answer goes. */
  recordsFrom(hostedZoneId: string, name: string): Promise<readonly ZoneRecord[]>;
  /** Whether an API of this account in us-east-1 has a custom domain name. */
  hasApiDomainName(name: string): Promise<boolean>;
}
