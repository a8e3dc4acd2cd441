import { CliError } from '../../command-line/cli-error';
import type { DeployedStack } from './inspector';

/** The output that tells stores apart: each alarm begins with the store's name. */
const OUTAGE_ALARM = 'OutageAlarmName';
const OUTAGE_SUFFIX = /-outage$/;

type Outputs = DeployedStack['outputs'];

/** A store in a deployed stack. */
export interface StoreInStack {
  readonly domainName: string;
  /** What logical ids of its resources and outputs begin with: its construct's path. */
  readonly prefix: string;
}

/** The stores of a stack, by its outputs. Empty for a stack of somebody else's. */
export const storesIn = (outputs: Outputs): readonly StoreInStack[] =>
  Object.entries(outputs)
    .filter(([key]) => key.includes(OUTAGE_ALARM))
    .map(([key, alarmName]) => ({
      domainName: alarmName.replace(OUTAGE_SUFFIX, ''),
      prefix: key.slice(0, key.indexOf(OUTAGE_ALARM)),
    }));

/**
 * What one store of a stack has, and what belongs to none. A stack without stores is left as it is.
 * @param name the store's domain name. @default - the only one
 * @throws CliError when there are several and none is named, or none of this name
 */
export function onlyStore(stack: DeployedStack, name?: string): DeployedStack {
  const stores = storesIn(stack.outputs);
  if (stores.length === 0 && name === undefined) {
    return stack;
  }
  const chosen = stores.find(({ domainName }) => domainName === name);
  if (chosen === undefined && (name !== undefined || stores.length > 1)) {
    throw notChosen(stores, name);
  }
  const { prefix } = chosen ?? stores[0] ?? { prefix: '' };
  const isItsOwn = (logicalId: string): boolean => (ownerOf(logicalId, stores)?.prefix ?? prefix) === prefix;
  return {
    resources: stack.resources.filter(({ logicalId }) => isItsOwn(logicalId)),
    outputs: Object.fromEntries(Object.entries(stack.outputs).filter(([key]) => isItsOwn(key))),
  };
}

/** Of `Shop` and `ShopOutlet`, a resource whose id begins with both is the outlet's. */
const ownerOf = (logicalId: string, stores: readonly StoreInStack[]): StoreInStack | undefined =>
  stores
    .filter(({ prefix }) => logicalId.startsWith(prefix))
    .sort((one, other) => other.prefix.length - one.prefix.length)[0];

function notChosen(stores: readonly StoreInStack[], name: string | undefined): CliError {
  const names = stores.map(({ domainName }) => domainName).join(', ');
  const got = name === undefined ? 'nothing' : JSON.stringify(name);
  return new CliError(
    names === ''
      ? `--store: the stack has no store of Understudy's, got ${got}; name another stack with --stack`
      : `--store: must be one of ${names}, got ${got}; a command is for one store`,
  );
}
