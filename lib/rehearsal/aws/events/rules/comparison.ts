import { ownProperty } from '../../assembly/own-property';
import { type Addresses, parseCidr } from './cidr';
import { type TextComparison, wildcardMistake } from './compare-text';
import { type NumericBound, parseNumericBounds } from './numeric-bounds';

/** A value that a pattern can compare: a JSON value without inner values. */
export type Scalar = null | boolean | number | string;

/** One alternative for a leaf of an event. */
export type Comparison =
  | { readonly kind: 'equals'; readonly value: Scalar }
  | TextComparison
  /** None of these, each of the same kind. */
  | { readonly kind: 'anything-but'; readonly noneOf: readonly Comparison[] }
  | { readonly kind: 'numeric'; readonly bounds: readonly NumericBound[] }
  | { readonly kind: 'cidr'; readonly addresses: Addresses }
  | { readonly kind: 'exists'; readonly exists: boolean };

/** The service whose patterns are read: they speak one language, but not all of it. */
export interface PatternLanguage {
  readonly service: string;
  /** What may stand in the place of a value. */
  readonly operators: readonly string[];
  /** What `anything-but` may have in the place of values. */
  readonly negated: readonly string[];
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
export const EVENTBRIDGE: PatternLanguage = {
  service: 'EventBridge',
  operators: [
    ...['exactly', 'prefix', 'suffix', 'equals-ignore-case', 'wildcard'],
    ...['anything-but', 'numeric', 'cidr', 'exists'],
  ],
  negated: ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'],
};

/**
 * Reads one alternative of a leaf.
 *
 * @throws Error with the service's own reason for what it refuses
 * @see https://github.com/aws/event-ruler
 */
export function parseComparison(item: unknown, language: PatternLanguage): Comparison {
  if (isScalar(item)) {
    return { kind: 'equals', value: item };
  }
  if (!isObject(item)) {
    throw new Error('Match value must be String, number, true, false, or null');
  }
  const [operator, operand] = onlyEntry(item, 'Match expression name not found');
  const parse = language.operators.includes(operator) ? ownProperty(PARSERS, operator) : undefined;
  if (parse === undefined) {
    throw new Error(`Unrecognized match type ${operator}`);
  }
  return parse(operand, language);
}

/** Each reads its operand. */
const PARSERS: Readonly<Record<string, (operand: unknown, language: PatternLanguage) => Comparison>> = {
  exactly: (operand) => ({ kind: 'equals', value: requireText(operand, 'exact match pattern') }),
  prefix: (operand) => parseEnd('prefix', operand),
  suffix: (operand) => parseEnd('suffix', operand),
  'equals-ignore-case': (operand) => parseEqualsIgnoreCase(operand),
  wildcard: (operand) => parseWildcard(operand),
  'anything-but': (operand, language) => parseAnythingBut(operand, language),
  numeric: (operand) => ({ kind: 'numeric', bounds: parseNumericBounds(operand) }),
  cidr: (operand) => ({ kind: 'cidr', addresses: parseCidr(requireText(operand, 'prefix match pattern')) }),
  exists: (operand) => {
    if (typeof operand !== 'boolean') {
      throw new Error('exists match pattern must be either true or false.');
    }
    return { kind: 'exists', exists: operand };
  },
};

/** A text, or `{ "equals-ignore-case": text }`. */
function parseEnd(kind: 'prefix' | 'suffix', operand: unknown): TextComparison {
  if (!isObject(operand)) {
    return { kind, text: requireText(operand, `${kind} match pattern`), ignoresCase: false };
  }
  const noName = `${kind === 'prefix' ? 'Prefix' : 'Suffix'} expression name not found`;
  const [operator, text] = onlyEntry(operand, noName);
  if (operator !== 'equals-ignore-case') {
    throw new Error(`Unsupported ${kind} pattern: ${operator}`);
  }
  return { kind, text: requireText(text, 'equals-ignore-case match pattern'), ignoresCase: true };
}

function parseEqualsIgnoreCase(operand: unknown): TextComparison {
  const text = requireText(operand, 'equals-ignore-case match pattern');
  return { kind: 'equals-ignore-case', text, ignoresCase: true };
}

function parseWildcard(operand: unknown): TextComparison {
  const text = requireText(operand, 'wildcard match pattern');
  const mistake = wildcardMistake(text);
  if (mistake !== undefined) {
    throw new Error(mistake);
  }
  return { kind: 'wildcard', text, ignoresCase: false };
}

function parseAnythingBut(operand: unknown, { negated }: PatternLanguage): Comparison {
  if (isObject(operand)) {
    const [operator, texts] = onlyEntry(operand, 'Anything-But expression name not found');
    if (!negated.includes(operator)) {
      throw new Error(`Unsupported anything-but pattern: ${operator}`);
    }
    const noneOf = [texts].flat().map((text) => parseNegated(operator, text));
    return { kind: 'anything-but', noneOf };
  }
  if (!Array.isArray(operand) && typeof operand !== 'string' && typeof operand !== 'number') {
    throw new Error('Value of anything-but must be an array or single string/number value.');
  }
  const values: readonly unknown[] = [operand].flat();
  if (!values.every((value) => typeof value === 'string' || typeof value === 'number')) {
    throw new Error('Inside anything but list, start|null|boolean is not supported.');
  }
  if (new Set(values.map((value) => typeof value)).size !== 1) {
    throw new Error(
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    );
  }
  return { kind: 'anything-but', noneOf: values.map((value) => ({ kind: 'equals', value })) };
}

/** In `anything-but`, an empty prefix or suffix would leave nothing, and none ignores case. */
function parseNegated(operator: string, text: unknown): Comparison {
  switch (operator) {
    case 'equals-ignore-case':
      return parseEqualsIgnoreCase(text);
    case 'wildcard':
      return parseWildcard(text);
    default: {
      if (requireText(text, 'prefix/suffix match pattern') === '') {
        throw new Error('Null prefix/suffix not allowed');
      }
      return parseEnd(operator === 'prefix' ? 'prefix' : 'suffix', text);
    }
  }
}

function requireText(operand: unknown, what: string): string {
  if (typeof operand !== 'string') {
    throw new Error(`${what} must be a string`);
  }
  return operand;
}

function onlyEntry(object: Readonly<Record<string, unknown>>, noName: string): readonly [string, unknown] {
  const [entry, ...more] = Object.entries(object);
  if (entry === undefined) {
    throw new Error(noName);
  }
  if (more.length > 0) {
    throw new Error('Only one key allowed in match expression');
  }
  return entry;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['boolean', 'number', 'string'].includes(typeof value);
}
