import { readAssembly } from '../assembly/assembly';
import { Deployment } from '../assembly/deployment';
import { offFailoverPath } from './failover-path';
import { type RehearsalSettings, readSettings } from './settings';

/** What worlds are built from: an assembly, as far as it is on the failover path. */
export interface Blueprint {
  readonly deployment: Deployment;
  readonly settings: RehearsalSettings;
}

/**
 * Reads a cloud assembly.
 * @param assembly its folder, such as `cdk.out`
 * @throws RehearsalError when there is nothing to rehearse
 */
export function readBlueprint(assembly: string): Blueprint {
  const stacks = readAssembly(assembly);
  const everything = new Deployment(stacks);
  const settings = readSettings(everything);
  return { settings, deployment: new Deployment(stacks, offFailoverPath(everything, settings.domainName)) };
}
