import { z } from 'zod';

/**
 * Where a name stands in a schema, such as `onCall.emails`, or in lists `healthChecks.endpoints[].path`: the place with
 * the shortest way to it. Undefined when there is none, or several are as near.
 */
export function placeOf(name: string, schema: z.core.$ZodType): string | undefined {
  const places = [...new Set(pathsIn(schema, ''))].filter((path) => path.endsWith(`.${name}`));
  const nearest = Math.min(...places.map(depth));
  const [place, ...others] = places.filter((path) => depth(path) === nearest);
  return others.length > 0 ? undefined : place?.slice(1);
}

const depth = (path: string): number => path.split('.').length;

function pathsIn(schema: z.core.$ZodType, path: string): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly) {
    return pathsIn(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodArray) {
    return pathsIn(schema.element, `${path}[]`);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => pathsIn(option, path));
  }
  if (!(schema instanceof z.ZodObject)) {
    return [];
  }
  return Object.entries(schema.shape).flatMap(([key, part]) => [
    `${path}.${key}`,
    ...pathsIn(part, `${path}.${key}`),
  ]);
}
