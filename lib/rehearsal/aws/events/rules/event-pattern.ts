import { own } from '../../assembly/own';

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
  | {
      readonly kind: 'equals-ignore-case' | 'prefix' | 'suffix' | 'wildcard';
      readonly text: string;
      /** Upper and lower case are the same. */
      readonly ignoresCase: boolean;
    }
  /** None of these, each of the same kind. */
  | { readonly kind: 'anything-but'; readonly noneOf: readonly Comparison[] }
  | { readonly kind: 'numeric'; readonly bounds: readonly NumericBound[] }
  | { readonly kind: 'exists'; readonly exists: boolean };

/** The event pattern of a rule. */
export type EventPattern =
  | {
      readonly kind: 'fields';
      readonly fields: Readonly<Record<string, EventPattern>>;
      /** Lists of alternatives, of each of which one must match as well. @default - there are none */
      readonly anyOf?: readonly EventPattern[];
    }
  | { readonly kind: 'leaf'; readonly anyOf: readonly Comparison[] };

/**
 * Reads the `EventPattern` of a rule, or the `FilterPolicy` of an SNS subscription, which has the same language.
 * Emulation: exact values, `prefix`, `suffix`, `equals-ignore-case`, `wildcard`, `numeric`, `anything-but` with values
 * or those of texts, `exists` and `$or` are modelled; `cidr` is not.
 *
 * @throws Error for anything else, with its path in the pattern.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function parseEventPattern(pattern: unknown, path = 'EventPattern'): EventPattern {
  // An array lists the alternatives for a leaf, an object goes one level down.
  if (Array.isArray(pattern)) {
    return { kind: 'leaf', anyOf: pattern.map((item) => parseComparison(item, path)) };
  }
  if (!isObject(pattern)) {
    throw notModelled(path, pattern);
  }
  const { $or: alternatives, ...others } = pattern;
  const fields = Object.entries(others).map(([name, inner]) => [
    name,
    parseEventPattern(inner, `${path}.${name}`),
  ]);
  return { kind: 'fields', fields: Object.fromEntries(fields), anyOf: parseAlternatives(alternatives, path) };
}

// "$or" lists patterns, of which one must match. Emulation: one alternative alone, which AWS refuses, is refused too.
function parseAlternatives(alternatives: unknown, path: string): readonly EventPattern[] | undefined {
  if (alternatives === undefined) {
    return undefined;
  }
  if (!Array.isArray(alternatives) || alternatives.length < 2 || !alternatives.every(isObject)) {
    throw notModelled(`${path}.$or`, alternatives);
  }
  return alternatives.map((one) => parseEventPattern(one, `${path}.$or`));
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseComparison(item: unknown, path: string): Comparison {
  if (isScalar(item)) {
    return { kind: 'equals', value: item };
  }
  const [[operator, operand] = [], ...more] = isObject(item) ? Object.entries(item) : [];
  const comparison =
    more.length === 0 && operator !== undefined ? own(OPERATORS, operator)?.(operand) : undefined;
  if (comparison === undefined) {
    throw notModelled(path, item);
  }
  return comparison;
}

/** Each reads its operand, undefined where it can't be one. */
const OPERATORS: Readonly<Record<string, (operand: unknown) => Comparison | undefined>> = {
  prefix: (operand) => parseText('prefix', operand),
  suffix: (operand) => parseText('suffix', operand),
  wildcard: (operand) => (typeof operand === 'string' ? parseText('wildcard', operand) : undefined),
  'equals-ignore-case': (operand) =>
    typeof operand === 'string'
      ? { kind: 'equals-ignore-case', text: operand, ignoresCase: true }
      : undefined,
  exists: (operand) => (typeof operand === 'boolean' ? { kind: 'exists', exists: operand } : undefined),
  'anything-but': parseAnythingBut,
  numeric: parseNumeric,
};

/** A text, or `{ "equals-ignore-case": text }`. */
function parseText(kind: 'prefix' | 'suffix' | 'wildcard', operand: unknown): Comparison | undefined {
  if (typeof operand === 'string') {
    return { kind, text: operand, ignoresCase: false };
  }
  const text = isObject(operand) ? operand['equals-ignore-case'] : undefined;
  return typeof text === 'string' ? { kind, text, ignoresCase: true } : undefined;
}

/** What `anything-but` may have in the place of values. */
const NEGATED = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'];

function parseAnythingBut(operand: unknown): Comparison | undefined {
  const [[operator = '', texts] = [], ...more] = isObject(operand) ? Object.entries(operand) : [];
  if (NEGATED.includes(operator) && more.length === 0) {
    const noneOf = [texts].flat().map((text) => own(OPERATORS, operator)?.(text));
    return noneOf.every((one) => one !== undefined) ? { kind: 'anything-but', noneOf } : undefined;
  }
  const values: readonly unknown[] = [operand].flat();
  return values.every(isScalar)
    ? { kind: 'anything-but', noneOf: values.map((value) => ({ kind: 'equals', value })) }
    : undefined;
}

// One bound, such as [">", 0], or two, such as [">", 0, "<=", 5].
function parseNumeric(operand: unknown): Comparison | undefined {
  if (!Array.isArray(operand) || ![2, 4].includes(operand.length)) {
    return undefined;
  }
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
    'lists of exact values, prefix, suffix, equals-ignore-case, wildcard, numeric, anything-but, exists, and $or';
  return new Error(`${path}: is not modelled, got ${JSON.stringify(got)}; use ${modelled}`);
}
