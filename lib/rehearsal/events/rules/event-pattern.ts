/** A value that a pattern can compare: a JSON value without inner values. */
export type Scalar = null | boolean | number | string;

/** One bound of a numeric range. */
export interface NumericBound {
  readonly operator: '<' | '<=' | '=' | '>=' | '>';
  readonly value: number;
}

/** One alternative for a leaf of an event. */
export type Comparison =
  | { readonly kind: 'equals'; readonly value: Scalar }
  | { readonly kind: 'equals-ignore-case'; readonly text: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'suffix'; readonly suffix: string }
  | { readonly kind: 'anything-but'; readonly values: readonly Scalar[] }
  | { readonly kind: 'anything-but-prefix'; readonly prefix: string }
  | { readonly kind: 'numeric'; readonly bounds: readonly NumericBound[] }
  | { readonly kind: 'exists'; readonly exists: boolean };

/** The event pattern of a rule. */
export type EventPattern =
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, EventPattern>> }
  | { readonly kind: 'leaf'; readonly anyOf: readonly Comparison[] };

/**
 * Reads the `EventPattern` of a rule, or the `FilterPolicy` of an SNS subscription, which has the same language.
 * Emulation: exact values, `prefix`, `suffix`, `equals-ignore-case`, `numeric`, `anything-but` with values or a prefix,
 * and `exists` are modelled; the other comparison operators and `$or` are not.
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
  const comparison = more.length === 0 && operator !== undefined ? OPERATORS[operator]?.(operand) : undefined;
  if (comparison === undefined) throw notModelled(path, item);
  return comparison;
}

/** Each reads its operand, undefined where it can't be one. */
const OPERATORS: Readonly<Record<string, (operand: unknown) => Comparison | undefined>> = {
  prefix: (operand) => (typeof operand === 'string' ? { kind: 'prefix', prefix: operand } : undefined),
  suffix: (operand) => (typeof operand === 'string' ? { kind: 'suffix', suffix: operand } : undefined),
  'equals-ignore-case': (operand) =>
    typeof operand === 'string' ? { kind: 'equals-ignore-case', text: operand } : undefined,
  exists: (operand) => (typeof operand === 'boolean' ? { kind: 'exists', exists: operand } : undefined),
  'anything-but': parseAnythingBut,
  numeric: parseNumeric,
};

function parseAnythingBut(operand: unknown): Comparison | undefined {
  if (isObject(operand) && typeof operand['prefix'] === 'string' && Object.keys(operand).length === 1)
    return { kind: 'anything-but-prefix', prefix: operand['prefix'] };
  const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  return values.every(isScalar) ? { kind: 'anything-but', values } : undefined;
}

// One bound, such as [">", 0], or two, such as [">", 0, "<=", 5].
function parseNumeric(operand: unknown): Comparison | undefined {
  if (!Array.isArray(operand) || ![2, 4].includes(operand.length)) return undefined;
  const bounds = operand
    .filter((_, index) => index % 2 === 0)
    .map((operator: unknown, index) => ({ operator, value: operand[2 * index + 1] as unknown }));
  return bounds.every(isBound) ? { kind: 'numeric', bounds } : undefined;
}

const isBound = (bound: { operator: unknown; value: unknown }): bound is NumericBound =>
  ['<', '<=', '=', '>=', '>'].includes(String(bound.operator)) && typeof bound.value === 'number';

function isScalar(value: unknown): value is Scalar {
  return value === null || ['boolean', 'number', 'string'].includes(typeof value);
}

function notModelled(path: string, got: unknown): Error {
  const modelled =
    'lists of exact values, prefix, suffix, equals-ignore-case, numeric, anything-but with values or a prefix, and exists';
  return new Error(`${path}: is not modelled, got ${JSON.stringify(got)}; use ${modelled}`);
}
