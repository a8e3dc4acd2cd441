/** A value that a pattern can compare: a JSON value without inner values. */
export type Scalar = null | boolean | number | string;

/** One alternative for a leaf of an event. */
export type Comparison =
  | { readonly kind: 'equals'; readonly value: Scalar }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'anything-but'; readonly values: readonly Scalar[] }
  | { readonly kind: 'exists'; readonly exists: boolean };

/** The event pattern of a rule. */
export type EventPattern =
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, EventPattern>> }
  | { readonly kind: 'leaf'; readonly anyOf: readonly Comparison[] };

/**
 * Reads the `EventPattern` of a rule. Emulation: exact values, `prefix`, `anything-but` with values, and `exists` are
 * modelled; the other comparison operators and `$or` are not.
 *
 * @throws Error for anything else, with its path in the pattern.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function parseEventPattern(pattern: unknown, path = 'EventPattern'): EventPattern {
  // An array lists the alternatives for a leaf, an object goes one level down.
  if (Array.isArray(pattern))
    return { kind: 'leaf', anyOf: pattern.map((item) => parseComparison(item, path)) };
  if (!isObject(pattern) || '$or' in pattern) throw notModelled(path, pattern);
  const fields = Object.entries(pattern).map(([name, inner]) => [
    name,
    parseEventPattern(inner, `${path}.${name}`),
  ]);
  return { kind: 'fields', fields: Object.fromEntries(fields) };
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseComparison(item: unknown, path: string): Comparison {
  if (isScalar(item)) return { kind: 'equals', value: item };
  const [[operator, operand] = [], ...more] = isObject(item) ? Object.entries(item) : [];
  if (more.length === 0) {
    if (operator === 'prefix' && typeof operand === 'string') return { kind: 'prefix', prefix: operand };
    if (operator === 'exists' && typeof operand === 'boolean') return { kind: 'exists', exists: operand };
    const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
    if (operator === 'anything-but' && values.every(isScalar)) return { kind: 'anything-but', values };
  }
  throw notModelled(path, item);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['boolean', 'number', 'string'].includes(typeof value);
}

function notModelled(path: string, got: unknown): Error {
  const modelled = 'lists of exact values, prefix, anything-but with values, and exists';
  return new Error(`${path}: is not modelled, got ${JSON.stringify(got)}; use ${modelled}`);
}
