import type { z } from 'zod';

/** What is wrong with the shape of some props. */
export interface ShapeMistakes {
  /** One text each, in the order of the schema. */
  readonly mistakes: readonly string[];
  /** First keys of paths to values that are missing or of another type than their readers expect. */
  readonly broken: ReadonlySet<PropertyKey>;
}

/** Finds unknown keys, wrong types and missing parts at every depth, each under the name that the user wrote. */
export function findShapeMistakes(schema: z.ZodType, props: unknown): ShapeMistakes {
  const { issues = [] } = schema.safeParse(props).error ?? {};
  return {
    mistakes: issues.flatMap(describe),
    broken: new Set(
      issues.flatMap(({ code, path }) => (code === 'unrecognized_keys' ? [] : [path[0] ?? ''])),
    ),
  };
}

/** An issue about unknown keys has a line for each of them. */
function describe({ code, path, message }: z.core.$ZodIssue): readonly string[] {
  const where = pathText(path);
  if (code !== 'unrecognized_keys') return [`${where || 'props'}: ${message}`];
  return message.split('\n').map((line) => (where === '' ? line : `${where}.${line}`));
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) =>
      typeof key === 'number'
        ? `[${key}]`
        : /^\w+$/.test(String(key))
          ? `.${String(key)}`
          : `[${JSON.stringify(key)}]`,
    )
    .join('')
    .replace(/^\./, '');
