import { type Comparison, EVENTBRIDGE, isObject, type PatternLanguage, parseComparison } from './comparison';

/** What a pattern asks of one leaf. */
export interface PatternField {
  /** The names that lead to it, joined by dots. */
  readonly path: string;
  /** One of these must match; never empty. */
  readonly anyOf: readonly Comparison[];
}

/** Fields all of which must match, in the order of their paths; never empty. */
export type Combination = readonly PatternField[];

/** The event pattern of a rule: of the combinations that `$or` leads to one must match. Without `$or` there is one. */
export type EventPattern = readonly Combination[];

/** What else is needed to read a pattern. */
export interface PatternOptions {
  /** The property's name, for errors. @default 'EventPattern' */
  readonly property?: string;
  /** @default EVENTBRIDGE */
  readonly language?: PatternLanguage;
}

/**
 * Reads the `EventPattern` of a rule, or, in its own language, the `FilterPolicy` of an SNS subscription. A name may
 * hold dots: `a.b` is the same as `b` below `a`.
 *
 * @throws Error for what AWS refuses, with its path in the pattern and AWS's own reason
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @see https://github.com/aws/event-ruler
 */
export function parseEventPattern(pattern: unknown, options: PatternOptions = {}): EventPattern {
  const { property = 'EventPattern', language = EVENTBRIDGE } = options;
  const reader: Reader = { property, language, isInOr: false };
  if (!isObject(pattern)) {
    throw refused(reader, [], 'Filter is not an object', pattern);
  }
  return readFields(pattern, [], [new Map()], reader).map(inOrder);
}

interface Reader extends Required<PatternOptions> {
  readonly isInOr: boolean;
}

/** What has been read of each combination, by path. */
type Draft = ReadonlyMap<string, readonly Comparison[]>;

function inOrder(draft: Draft): Combination {
  return [...draft]
    .map(([path, anyOf]) => ({ path, anyOf }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** An array lists the alternatives for a leaf, an object goes one level down, `$or` multiplies what there is. */
function readFields(
  fields: Readonly<Record<string, unknown>>,
  path: readonly string[],
  drafts: readonly Draft[],
  reader: Reader,
): readonly Draft[] {
  const entries = Object.entries(fields);
  if (entries.length === 0) {
    throw refused(reader, path, 'Empty objects are not allowed', fields);
  }
  let read = drafts;
  for (const [name, inner] of entries) {
    read =
      name === '$or' ? readOr(inner, path, read, reader) : readField(inner, [...path, name], read, reader);
  }
  return read;
}

function readField(
  inner: unknown,
  path: readonly string[],
  drafts: readonly Draft[],
  reader: Reader,
): readonly Draft[] {
  const name = path.at(-1) ?? '';
  if (reader.isInOr && RESERVED_IN_OR.includes(name)) {
    const reason = `${name} is Ruler reserved fieldName which cannot be used inside $or.`;
    throw refused(reader, path, reason, inner);
  }
  if (isObject(inner)) {
    return readFields(inner, path, drafts, reader);
  }
  if (!Array.isArray(inner)) {
    throw refused(reader, path, `"${name}" must be an object or an array`, inner);
  }
  const anyOf = readLeaf(inner, path, reader);
  return drafts.map((draft) => new Map(draft).set(path.join('.'), anyOf));
}

function readLeaf(items: readonly unknown[], path: readonly string[], reader: Reader): readonly Comparison[] {
  if (items.length === 0) {
    throw refused(reader, path, 'Empty arrays are not allowed', items);
  }
  return items.map((item) => {
    try {
      return parseComparison(item, reader.language);
    } catch (error) {
      throw refused(reader, path, error instanceof Error ? error.message : String(error), item);
    }
  });
}

function readOr(
  alternatives: unknown,
  path: readonly string[],
  drafts: readonly Draft[],
  reader: Reader,
): readonly Draft[] {
  const where = [...path, '$or'];
  if (!Array.isArray(alternatives)) {
    throw refused(reader, where, 'It must be an Array followed with $or.', alternatives);
  }
  if (!alternatives.every(isObject)) {
    const reason = 'Only JSON object is allowed in array of $or relationship.';
    throw refused(reader, where, reason, alternatives);
  }
  if (alternatives.length < 2) {
    const reason = 'There must have at least 2 Objects in $or relationship.';
    throw refused(reader, where, reason, alternatives);
  }
  return alternatives.flatMap((one) => readFields(one, path, drafts, { ...reader, isInOr: true }));
}

/** Names of operators, of today and of a day to come, that no field inside `$or` may have. */
const RESERVED_IN_OR: readonly string[] = [
  ...['exactly', 'equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'exists', 'wildcard'],
  ...['numeric', 'cidr', '=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
];

function refused(
  { property, language }: Reader,
  path: readonly string[],
  reason: string,
  got: unknown,
): Error {
  const where = [property, ...path].join('.');
  return new Error(`${where}: is refused by ${language.service} ("${reason}"), got ${JSON.stringify(got)}`);
}
