import { z } from 'zod';

/** Whether a path of names leads to something in a schema of props, through lists and choices. */
export function hasProp(schema: z.core.$ZodType, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) {
    return true;
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly) {
    return hasProp(schema.def.innerType, [name, ...rest]);
  }
  if (schema instanceof z.ZodArray) {
    return hasProp(schema.element, [name, ...rest]);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.some((option) => hasProp(option, [name, ...rest]));
  }
  if (!(schema instanceof z.ZodObject)) {
    return false;
  }
  const part: z.core.$ZodType | undefined = schema.shape[name];
  return part !== undefined && hasProp(part, rest);
}
