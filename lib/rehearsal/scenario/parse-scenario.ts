import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { RehearsalError } from '../kernel/errors';
import { groupBy } from '../kernel/group-by';
import { describeIssue, describeYamlError, isUnclosedQuote, type Path } from './describe-issue';
import type { Scenario } from './scenario';
import { SCENARIO } from './scenario-schema';

/**
 * Reads a scenario file.
 * @param file for error messages
 * @throws RehearsalError INVALID_SCENARIO with file, line and what is allowed, one mistake per line
 */
export function parseScenario(text: string, file: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const lineOf = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    const mistakes = document.errors.map((error) => ({
      line: lineOf(beginOf(document, error)),
      text: describeYamlError(error),
    }));
    // What else is wrong with a line follows from its first mistake.
    throw invalid(groupBy(mistakes, ({ line }) => line).map(([{ line, text }]) => `${line}: ${text}`));
  }
  const whole = contentOf(document, lineOf);
  const parsed = SCENARIO.safeParse(whole);
  if (parsed.success) {
    return parsed.data;
  }
  throw invalid(
    parsed.error.issues
      .flatMap(pathsOf)
      .map(({ issue, path }) => `${lineOf(offsetOf(document, path))}: ${describeIssue(issue, path, whole)}`),
  );
}

/** Where a mistake begins: a quote that is not closed is wrong where it opens. */
function beginOf(document: Document, error: YAMLError): number {
  const [at] = error.pos;
  let begin = at;
  const toOpening = (_: unknown, { range }: Scalar) => {
    if (range && range[0] < at && at <= range[1]) {
      begin = range[0];
    }
  };
  if (isUnclosedQuote(error)) {
    visit(document, { Scalar: toOpening });
  }
  return begin;
}

/** @throws RehearsalError where an alias leads to nothing, or aliases of aliases to far too much */
function contentOf(document: Document, lineOf: (offset: number) => string): unknown {
  const mistakes: string[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) {
        mistakes.push(
          `${lineOf(alias.range?.[0] ?? 0)}: is not valid YAML: no "&${alias.source}" stands before "*${alias.source}"`,
        );
      }
    },
  });
  if (mistakes.length > 0) {
    throw invalid(mistakes);
  }
  try {
    return document.toJS();
  } catch {
    throw invalid([`${lineOf(0)}: must not repeat so much by aliases; write it out`]);
  }
}

/** Where an issue is. Several unknown keys are one issue of zod's. */
const pathsOf = (issue: z.core.$ZodIssue): { readonly issue: z.core.$ZodIssue; readonly path: Path }[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ issue, path: [...issue.path, key] }))
    : [{ issue, path: issue.path }];

const invalid = (mistakes: readonly string[]): RehearsalError =>
  new RehearsalError('INVALID_SCENARIO', mistakes.join('\n'));

/** Where a value begins, or the nearest thing around it that exists. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const key = keyOf(document, path.slice(0, length));
    if (key !== undefined) {
      return key;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      return node.range[0];
    }
  }
  return document.contents?.range?.[0] ?? 0;
}

/** The line of a value is the one that its key is on. */
function keyOf(document: Document, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) {
    return undefined;
  }
  const pair = parent.items.find(({ key }) => keyName(key) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** As JavaScript has it, where a key that is nothing is an empty text. */
const keyName = (key: unknown): string => String(isScalar(key) ? (key.value ?? '') : key);
