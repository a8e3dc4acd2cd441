/** Physical ids by logical id, for references between resources. */
export type PhysicalIds = ReadonlyMap<string, string>;

/**
 * How an object that AWS returned differs from what the template says of it: one text per difference, none when all
 * is as deployed. What the template does not say, and what only a deployment knows, is not compared.
 */
export function differences(
  expected: unknown,
  actual: unknown,
  ids: PhysicalIds,
  path = '',
): readonly string[] {
  const value = withReferences(expected, ids);
  if (value === UNKNOWN) {
    return [];
  }
  if (Array.isArray(value)) {
    return arrayDifferences(value, actual, ids, path);
  }
  if (isObject(value)) {
    const found = isObject(actual) ? actual : {};
    return Object.entries(value).flatMap(([key, item]) =>
      differences(item, found[key], ids, path === '' ? key : `${path}.${key}`),
    );
  }
  return normal(value) === normal(actual) ? [] : [`${path} is ${show(actual)}, deployed as ${show(value)}`];
}

/** Stands for a value that only a deployment knows. */
const UNKNOWN = Symbol('unknown');

function withReferences(value: unknown, ids: PhysicalIds): unknown {
  if (!isObject(value)) {
    return value;
  }
  const [name = '', ...others] = Object.keys(value);
  if (others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) {
    return value;
  }
  return (name === 'Ref' ? ids.get(String(value['Ref'])) : undefined) ?? UNKNOWN;
}

/** In any order: AWS keeps none. */
function arrayDifferences(
  expected: readonly unknown[],
  actual: unknown,
  ids: PhysicalIds,
  path: string,
): readonly string[] {
  const found = Array.isArray(actual) ? actual : [];
  const missing = expected.filter(
    (item) => !found.some((candidate) => differences(item, candidate, ids).length === 0),
  );
  return missing.length === 0 && expected.length === found.length
    ? []
    : [`${path} is ${show(actual)}, deployed as ${show(expected)}`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Templates write numbers as text; Route 53 writes names in lower case with a dot at the end. */
const normal = (value: unknown): string => String(value).replace(/\.$/, '').toLowerCase();

const show = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
