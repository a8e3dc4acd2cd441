import type { YAMLError } from 'yaml';
import type { z } from 'zod';
import { FAULT_KINDS } from './fault';
import { ACTION_KINDS } from './person-action';

/** Keys and indices that lead to a value. */
export type Path = readonly PropertyKey[];

/** A mistake in a file's YAML, in plain words where the library's are about its own insides. */
export const describeYamlError = (error: YAMLError): string =>
  `is not valid YAML: ${isUnclosedQuote(error) ? 'a quote is not closed' : (YAML_MISTAKES[error.code] ?? error.message)}`;

/** Such an error is noticed at the end of the file only. */
export const isUnclosedQuote = ({ code, message }: YAMLError): boolean =>
  code === 'MISSING_CHAR' && message.startsWith('Missing closing');

const YAML_MISTAKES: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'a bracket or brace is not closed, or what it holds is not indented',
  BLOCK_AS_IMPLICIT_KEY:
    'there is a second colon in the line, or the next line is indented too far; put the value in quotes, or indent keys alike',
  DUPLICATE_KEY: 'a key is there twice',
  MISSING_CHAR: 'a comma, a colon or a dash is missing, or the line is not indented like those around it',
  MULTILINE_IMPLICIT_KEY: 'the colon after the key is missing, or the space after the colon',
  MULTIPLE_DOCS: 'something follows the end of the scenario; write one into each file',
  TAB_AS_INDENT: 'a tab indents the line; use spaces',
};

/**
 * `faults[0].kind: must be one of refuses, black hole, got "refuse"`
 * @param whole what the file holds
 */
export function describeIssue(issue: z.core.$ZodIssue, path: Path, whole: unknown): string {
  const where = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    return `${where}: ${issue.message}`;
  }
  const got = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], whole);
  return got === undefined
    ? `${where}: is missing; ${allowed(issue)}`
    : `${where}: ${allowed(issue)}, got ${show(got)}${remedy(issue, got)}`;
}

/** What looks like a number or a truth value is none of the texts. */
const remedy = (issue: z.core.$ZodIssue, got: unknown): string =>
  issue.code === 'invalid_type' && issue.expected === 'string' && /^(number|boolean)$/.test(typeof got)
    ? '; put it in quotes'
    : '';

function nameOf(path: Path): string {
  const keys = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return path.length === 0 ? 'the scenario' : keys.join('').replace(/^\./, '') || '""';
}

/** As the file has it: JSON has neither "nothing" nor numbers that are none. */
function show(got: unknown): string {
  if (got === null) {
    return 'nothing';
  }
  if (typeof got === 'number') {
    return String(got);
  }
  const shown = asJson(got);
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}

/** Enough to find it by. */
const LONGEST_SHOWN = 100;

/** Aliases can make a value hold itself. */
function asJson(got: unknown): string {
  try {
    return JSON.stringify(got);
  } catch {
    return 'a value that holds itself';
  }
}

/** What zod found wrong, in the words of the other messages. */
function allowed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return size('at least', issue.minimum, issue.origin);
    case 'too_big':
      return size('at most', issue.maximum, issue.origin);
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      if (issue.path.at(-1) !== 'kind') {
        return issue.message;
      }
      return `must be one of ${(issue.path[0] === 'people' ? ACTION_KINDS : FAULT_KINDS).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'starts_with' ? 'must begin with a slash' : issue.message;
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  object: 'a map of keys and values',
  string: 'text',
};

/** `must be at most 5`, or `must have at least 1 entry` */
function size(bound: 'at least' | 'at most', limit: number | bigint, origin: string): string {
  const unit = UNITS[origin];
  if (unit === undefined) {
    return `must be ${bound} ${limit}`;
  }
  return `must have ${bound} ${limit} ${limit === 1 ? unit.one : unit.many}`;
}

const UNITS: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  array: { one: 'entry', many: 'entries' },
  string: { one: 'character', many: 'characters' },
};
