import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { RehearsalError } from '../errors';
import { FAULT_KINDS } from './fault';
import { ACTION_KINDS } from './person-action';
import type { Scenario } from './scenario';
import { SCENARIO } from './scenario-schema';

/**
 * Reads a scenario file.
 * @param file for error messages
 * @throws RehearsalError INVALID_SCENARIO with file, line and what is allowed, one mistake per line
 */
export function parseScenario(text: string, file: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    throw invalid(document.errors.map(({ pos, message }) => `${lineOf(pos[0])}: ${message}`));
  }
  const parsed = SCENARIO.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map((issue) => {
      const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
      return `${lineOf(offsetOf(document, path))}: ${describeIssue(issue, path, document)}`;
    }),
  );
}

const invalid = (mistakes: readonly string[]): RehearsalError =>
  new RehearsalError('INVALID_SCENARIO', mistakes.join('\n'));

type Path = readonly PropertyKey[];

/** Where a value begins, or the nearest thing around it that exists. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const key = keyOf(document, path.slice(0, length));
    if (key !== undefined) return key;
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** The line of a value is the one that its key is on. */
function keyOf(document: Document, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

function describeIssue(issue: z.core.$ZodIssue, path: Path, document: Document): string {
  const got = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    document.toJS(),
  );
  const where = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') return `${where}: ${issue.message}`;
  if (got === undefined) return `${where || 'the scenario'}: is missing; ${allowed(issue)}`;
  return `${where || 'the scenario'}: ${allowed(issue)}, got ${JSON.stringify(got)}`;
}

/** What zod found wrong, in the words of the other messages. */
function allowed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
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

const UNITS: Readonly<Record<string, string>> = { string: ' characters long', array: ' long' };
