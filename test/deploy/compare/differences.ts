import { canonical } from './canonical';

/** One property that a service has otherwise than the template says. */
export interface Difference {
  /** Lower case, `.` between the parts, as `distributionconfig.origins.0.domainname`. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Every property of a template that a service has otherwise, or not at all. What the service has beside it is its own. */
export function differences(expected: unknown, actual: unknown): readonly Difference[] {
  return compare(canonical(expected), canonical(actual), []);
}

function compare(expected: unknown, actual: unknown, path: readonly string[]): readonly Difference[] {
  if (Array.isArray(expected)) {
    return compareLists(expected, actual, path);
  }
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, value]) =>
      compare(value, member(actual, key), [...path, key]),
    );
  }
  return expected === actual ? [] : [{ path: path.join('.'), expected, actual }];
}

/** A list has nothing beside what the template says. */
function compareLists(expected: unknown[], actual: unknown, path: readonly string[]): readonly Difference[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) {
    return [{ path: path.join('.'), expected, actual }];
  }
  return expected.flatMap((value, index) => compare(value, actual[index], [...path, String(index)]));
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
