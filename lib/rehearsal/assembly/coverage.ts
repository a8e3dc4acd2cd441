import { z } from 'zod';
import { own } from './own';
import { ignoredBecause } from './resource-model';

/** Where a property stands, relative to its resource: `DistributionConfig.Origins.0.OriginShield`. */
type PropertyPath = string;

/** What the rehearsal does with the properties of one resource. */
export interface PropertyCoverage {
  readonly modelled: readonly PropertyPath[];
  readonly ignored: readonly { readonly path: PropertyPath; readonly because: string }[];
  readonly unsupported: readonly PropertyPath[];
}

interface Walk {
  readonly modelled: PropertyPath[];
  readonly ignored: { path: PropertyPath; because: string }[];
  readonly unsupported: PropertyPath[];
}

/**
 * Sorts a resource's properties into modelled, ignored and unsupported, and drops all but the modelled ones, so
 * that only those have to be resolvable.
 */
export function splitByCoverage(
  properties: unknown,
  schema: z.ZodType,
): { readonly kept: unknown; readonly coverage: PropertyCoverage } {
  const walk: Walk = { modelled: [], ignored: [], unsupported: [] };
  return { kept: visit(properties, schema, '', walk), coverage: walk };
}

function visit(value: unknown, schema: z.ZodType, path: PropertyPath, walk: Walk): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject && isPlainObject(value)) return visitObject(value, inner, path, walk);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item, index) =>
      visit(item, inner.element as z.ZodType, join(path, String(index)), walk),
    );
  }
  if (path !== '') walk.modelled.push(path);
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
    const property = own(schema.shape as Record<string, z.ZodType>, key);
    const because = property && ignoredBecause(property);
    if (property === undefined) walk.unsupported.push(join(path, key));
    else if (because !== undefined) walk.ignored.push({ path: join(path, key), because });
    else kept[key] = visit(item, property, join(path, key), walk);
  }
  return kept;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

/** An intrinsic function is a value, not an object with properties. */
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));

const join = (path: PropertyPath, key: string): PropertyPath => (path === '' ? key : `${path}.${key}`);
