import type { YAMLError } from 'yaml';
import type { z } from 'zod';
import { FAULT_KINDS } from './fault';
import { ACTION_KINDS } from './person-action';

/** Keys and indices that lead to a value. */
export type Path = readonly PropertyKey[];

/** A mistake in a file's YAML, in plain words where the library's are about its own insides. */
export const describeYamlError = ({ code, message }: YAMLError): string =>
  `is not valid YAML: ${YAML_MISTAKES[code] ?? message}`;

const YAML_MISTAKES: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'a bracket or brace is not closed, or what it holds is not indented',
  BLOCK_AS_IMPLICIT_KEY: 'there is a second colon in the line; put the value in quotes',
  DUPLICATE_KEY: 'a key is there twice',
  MISSING_CHAR: 'a quote, a comma or a colon is missing',
  TAB_AS_INDENT: 'a tab indents the line; use spaces',
};

/**
 * `faults[0].kind: must be one of refuses, black hole, got "refuse"`
 * @param whole what the file holds
 */
export function describeIssue(issue: z.core.$ZodIssue, path: Path, whole: unknown): string {
  const where = nameOf(path);
  if (issue.code === 'unrecognized_keys') return `${where}: ${issue.message}`;
  const got = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], whole);
  return got === undefined
    ? `${where}: is missing; ${allowed(issue)}`
    : `${where}: ${allowed(issue)}, got ${show(got)}`;
}

function nameOf(path: Path): string {
  const keys = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return keys.join('').replace(/^\./, '') || 'the scenario';
}

/** As the file has it: JSON has neither "nothing" nor numbers that are none. */
function show(got: unknown): string {
  if (got === null) return 'nothing';
  return typeof got === 'number' ? String(got) : JSON.stringify(got);
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
      if (issue.path.at(-1) !== 'kind') return issue.message;
      return `must be one of ${(issue.path[0] === 'people' ? ACTION_KINDS : FAULT_KINDS).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'starts_with'
        ? 'must begin with a slash'
        : 'must be 1 to 40 characters without spaces';
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
  if (unit === undefined) return `must be ${bound} ${limit}`;
  return `must have ${bound} ${limit} ${limit === 1 ? unit.one : unit.many}`;
}

const UNITS: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  array: { one: 'entry', many: 'entries' },
  string: { one: 'character', many: 'characters' },
};
