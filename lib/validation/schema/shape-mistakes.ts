import type { z } from 'zod';
import { nearest } from './nearest';
import { namesIn } from './parts';
import { placeOf } from './places';

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
    mistakes: issues.flatMap((issue) => describe(issue, schema)),
    broken: new Set(
      issues.flatMap(({ code, path }) => (code === 'unrecognized_keys' ? [] : [path[0] ?? ''])),
    ),
  };
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType): readonly string[] {
  const where = pathText(issue.path);
  if (issue.code !== 'unrecognized_keys') {
    return [`${where || 'props'}: ${issue.message}`];
  }
  return issue.keys.map((key) => {
    const prop = where === '' ? key : `${where}.${key}`;
    return `${prop}: ${unknownKey(key, namesIn(issue.message), schema)}`;
  });
}

function unknownKey(key: string, names: readonly string[], schema: z.ZodType): string {
  const meant = nearest(key, names);
  if (meant !== undefined) {
    return `is not a prop; did you mean ${meant}?`;
  }
  const place = placeOf(key, schema);
  const elsewhere = place === undefined ? '' : ` here, but ${place} is`;
  return `is not a prop${elsewhere}; allowed here: ${names.join(', ')}`;
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
