import { z } from 'zod';
import { REHEARSAL_METADATA_KEY } from '../../../rehearsal-budgets';
import { RehearsalError } from '../../kernel/errors';
import type { AssemblyStack } from './assembly';
import type { Template } from './template';

/** What a store says of itself in the metadata of its stack. Version 1 said no path. */
const STORE = z.looseObject({ domainName: z.string(), path: z.string().optional() });

/** A store of Understudy's in an assembly. */
interface FoundStore {
  readonly stackName: string;
  /** Under which the metadata of its stack has it. */
  readonly key: string;
  readonly domainName: string;
  /** Its construct's, from the app. */
  readonly path: string;
}

/**
 * The stacks of an assembly as if one store were alone in it: without the resources, outputs and metadata of the others.
 * @param name what the store is called on the command line. @default - the only one
 * @throws RehearsalError STORE_NOT_CHOSEN when there are several and none is named, or none of this name
 */
export function selectStore(stacks: readonly AssemblyStack[], name?: string): readonly AssemblyStack[] {
  const stores = stacks.flatMap(storesIn);
  if (stores.length < 2 && name === undefined) {
    return stacks;
  }
  const chosen = stores.find((store) => nameOf(store, stores) === name);
  if (chosen === undefined) {
    throw notChosen(stores, name);
  }
  const others = stores.filter((store) => store !== chosen);
  if (others.length === 0) {
    return stacks;
  }
  return stacks.map((stack) => ({ ...stack, template: withoutStores(stack, chosen, others) }));
}

const storesIn = ({ name: stackName, template }: AssemblyStack): readonly FoundStore[] =>
  Object.entries(template.Metadata ?? {}).flatMap(([key, value]) => {
    const { data } = STORE.safeParse(value);
    const isStore = key === REHEARSAL_METADATA_KEY || key.startsWith(`${REHEARSAL_METADATA_KEY} `);
    return isStore && data !== undefined
      ? [{ stackName, key, domainName: data.domainName, path: data.path ?? stackName }]
      : [];
  });

/** A store is called by its domain name; where two stacks describe one store, with its stack's name in front. */
const nameOf = ({ stackName, domainName }: FoundStore, stores: readonly FoundStore[]): string =>
  stores.filter((store) => store.domainName === domainName).length > 1
    ? `${stackName}/${domainName}`
    : domainName;

function notChosen(stores: readonly FoundStore[], name: string | undefined): RehearsalError {
  const names = stores.map((store) => nameOf(store, stores)).join(', ');
  const got = name === undefined ? 'nothing' : JSON.stringify(name);
  const problem =
    names === ''
      ? `has no store of Understudy's to choose, got ${got}; leave it out`
      : `must be one of ${names}, got ${got}; each store is rehearsed by itself`;
  return new RehearsalError('STORE_NOT_CHOSEN', `--store: ${problem}`);
}

function withoutStores(
  { name, template, constructPaths = new Map() }: AssemblyStack,
  chosen: FoundStore,
  others: readonly FoundStore[],
): Template {
  const { Resources = {}, Outputs = {}, Metadata = {} } = template;
  const isGone = (logicalId: string): boolean =>
    others.some(({ path }) => constructPaths.get(logicalId)?.startsWith(`${path}/`));
  const here = others.filter(({ stackName }) => stackName === name);
  if (here.length > 0 && !Object.keys(Resources).some(isGone)) {
    throw withoutPaths(name);
  }
  return {
    ...template,
    Resources: without(Resources, isGone),
    Outputs: without(Outputs, isGone),
    Metadata: {
      ...without(Metadata, (key) => [...here, chosen].some((store) => store.key === key)),
      ...(chosen.stackName === name && { [REHEARSAL_METADATA_KEY]: Metadata[chosen.key] }),
    },
  };
}

const without = <T>(all: Readonly<Record<string, T>>, isGone: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !isGone(key)));

const withoutPaths = (stackName: string): RehearsalError =>
  new RehearsalError(
    'STORE_NOT_CHOSEN',
    `${stackName}: has several stores, and its assembly does not tell which resource is whose; run cdk synth again, with all of its files`,
  );
