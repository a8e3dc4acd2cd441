import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { RehearsalError } from '../errors';
import { describeIssue, describeYamlError, type Path } from './describe-issue';
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
    throw invalid(document.errors.map((error) => `${lineOf(error.pos[0])}: ${describeYamlError(error)}`));
  }
  const parsed = SCENARIO.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues
      .flatMap(pathsOf)
      .map(
        ({ issue, path }) =>
          `${lineOf(offsetOf(document, path))}: ${describeIssue(issue, path, document.toJS())}`,
      ),
  );
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
