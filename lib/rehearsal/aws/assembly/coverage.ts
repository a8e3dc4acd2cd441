import { z } from 'zod';
import { ownProperty } from './own-property';
import { ignoredBecause } from './resource-model';

/** Where a property stands, relative to its resource: `DistributionConfig.Origins.0.OriginShield`. */
type PropertyPath = string;

/** What the rehearsal does with the properties of one resource. */
export interface PropertyCoverage {
  readonly modelled: readonly PropertyPath[];
  readonly ignored: readonly { readonly path: PropertyPath; readonly because: string }[];
  readonly unsupported: readonly PropertyPath[];
}

/** Both values of an `Fn::If` have the same paths, which count once. */
interface Walk {
  readonly modelled: Set<PropertyPath>;
  readonly ignored: Map<PropertyPath, string>;
  readonly unsupported: Set<PropertyPath>;
}

/**
 * Sorts a resource's properties into modelled, ignored and unsupported, and drops all but the modelled ones, so
 * that only those have to be resolvable.
 */
export function splitByCoverage(
  properties: unknown,
  schema: z.ZodType,
): { readonly kept: unknown; readonly coverage: PropertyCoverage } {
  const walk: Walk = { modelled: new Set(), ignored: new Map(), unsupported: new Set() };
  const kept = visit(properties, schema, '', walk);
  return {
    kept,
    coverage: {
      modelled: [...walk.modelled],
      ignored: [...walk.ignored].map(([path, because]) => ({ path, because })),
      unsupported: [...walk.unsupported],
    },
  };
}

function visit(value: unknown, schema: z.ZodType, path: PropertyPath, walk: Walk): unknown {
  const inner = unwrap(schema);
  if (isChoice(value)) {
    return choose(value, (branch) => visit(branch, inner, path, walk));
  }
  if (inner instanceof z.ZodObject && isPlainObject(value)) {
    return visitObject(value, inner, path, walk);
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item, index) =>
      visit(item, inner.element as z.ZodType, join(path, String(index)), walk),
    );
  }
  if (path !== '') {
    walk.modelled.add(path);
  }
  return value;
}

function visitObject(
  value: Record<string, unknown>,
  schema: z.ZodObject,
  path: PropertyPath,
  walk: Walk,
): unknown {
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const property = ownProperty(schema.shape as Record<string, z.ZodType>, key);
    const because = property && ignoredBecause(property);
    if (property === undefined) {
      walk.unsupported.add(join(path, key));
    } else if (because !== undefined) {
      walk.ignored.set(join(path, key), because);
    } else {
      kept[key] = visit(item, property, join(path, key), walk);
    }
  }
  return kept;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}

interface Choice {
  readonly 'Fn::If': readonly [condition: unknown, ...branches: unknown[]];
}

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  Array.isArray((value as Partial<Choice>)['Fn::If']);

/** Looks at what either branch would be: which of them it is, is not known yet. */
function choose({ 'Fn::If': [condition, ...branches] }: Choice, look: (branch: unknown) => unknown): Choice {
  return { 'Fn::If': [condition, ...branches.map(look)] };
}

/** An intrinsic function is a value, not an object with properties. */
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));

const join = (path: PropertyPath, key: string): PropertyPath => (path === '' ? key : `${path}.${key}`);
