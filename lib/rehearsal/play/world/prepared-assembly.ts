import { type AssemblyStack, readAssembly } from '../../aws/assembly/assembly';
import { Deployment } from '../../aws/assembly/deployment';
import type { ParameterValues } from '../../aws/assembly/parameters';
import { selectStore } from '../../aws/assembly/select-store';
import { requireDeployable } from '../../aws/deployability/require-deployable';
import { type RehearsalSettings, readSettings } from '../../facts/settings';
import { RehearsalError } from '../../kernel/errors';
import { offFailoverPath } from './failover-path';

/** What worlds are built from: an assembly, as far as it is on the failover path. */
export interface PreparedAssembly {
  readonly deployment: Deployment;
  readonly settings: RehearsalSettings;
}

/** What is said of an assembly beside its folder. */
export interface AssemblyChoice {
  /** The folder that its files lie in: of a stage, the assembly of its app. @default - its own */
  readonly assets?: string;
  /** Which store, by its domain name. @default - the only one */
  readonly store?: string;
  /** Values of parameters that the assembly does not tell, by their names. @default - none */
  readonly parameters?: ParameterValues;
}

/**
 * Reads a cloud assembly.
 * @param assembly its folder, such as `cdk.out`
 * @throws RehearsalError when there is nothing to rehearse, and NOT_DEPLOYABLE for what AWS would refuse
 */
export function prepareAssembly(
  assembly: string,
  { assets, store, parameters }: AssemblyChoice = {},
): PreparedAssembly {
  const stacks = selectStore(readAssembly(assembly, assets), store);
  requireParameters(stacks, Object.keys(parameters ?? {}));
  const everything = new Deployment(stacks, { parameters });
  requireDeployable(everything);
  const settings = readSettings(everything);
  const unseen = offFailoverPath(everything, settings.domainName);
  return { settings, deployment: new Deployment(stacks, { parameters, unseen }) };
}

/** A name that no template mentions is a slip of the pen. */
function requireParameters(stacks: readonly AssemblyStack[], names: readonly string[]): void {
  const templates = stacks.map(({ template }) => JSON.stringify(template));
  const unknown = names.find((name) => !templates.some((template) => template.includes(name)));
  if (unknown === undefined) {
    return;
  }
  throw new RehearsalError(
    'UNKNOWN_PARAMETER',
    `--parameter: no stack has this parameter, got ${JSON.stringify(unknown)}; name one that a template has`,
  );
}

/** The topology of an assembly. @throws RehearsalError when there is nothing to rehearse */
export const topologyOf = (
  assembly: string,
  { store, parameters }: AssemblyChoice = {},
): RehearsalSettings['topology'] =>
  readSettings(new Deployment(selectStore(readAssembly(assembly), store), { parameters })).topology;
