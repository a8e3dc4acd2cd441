import { z } from 'zod';

/** Where a name stands in a schema, at any depth, such as `onCall.emails`; in lists as `healthChecks.endpoints[].path`. */
export function placesOf(name: string, schema: z.core.$ZodType): readonly string[] {
  return [...new Set(pathsIn(schema, ''))]
    .filter((path) => path.endsWith(`.${name}`))
    .map((path) => path.slice(1));
}

function pathsIn(schema: z.core.$ZodType, path: string): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly)
    return pathsIn(schema.def.innerType, path);
  if (schema instanceof z.ZodArray) return pathsIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => pathsIn(option, path));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, part]) => [
    `${path}.${key}`,
    ...pathsIn(part, `${path}.${key}`),
  ]);
}
