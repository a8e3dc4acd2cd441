import type { z } from 'zod';
import { nearest } from '../../validation/schema/nearest';
import { RehearsalError } from '../kernel/errors';
import { describeIssue } from '../scenario/describe-issue';

/** What a program gave, and how to speak of it. */
export interface Given {
  readonly value: unknown;
  /** What was called or named, before every mistake: `breakStore`. */
  readonly where: string;
  /** Keys of the schema that nobody gives, so that no message lists them. @default - none */
  readonly hidden?: readonly string[];
  /** @default INVALID_OPTION */
  readonly code?: 'INVALID_OPTION' | 'INVALID_SCENARIO';
}

/**
 * Reads what a program gave as a schema has it.
 * @throws RehearsalError with the key, the value and what is allowed, one mistake per line
 */
export function readGiven<T>(
  schema: z.ZodType<T>,
  { value, where, hidden = [], code = 'INVALID_OPTION' }: Given,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const mistakes = parsed.error.issues
    .flatMap((issue) => describeMistakes(issue, value))
    .map((mistake) => hidden.reduce((text, key) => text.replace(`${key}, `, ''), mistake));
  throw new RehearsalError(code, mistakes.map((mistake) => `${where}: ${mistake}`).join('\n'), {
    cause: parsed.error,
  });
}

/** Several unknown keys are one issue of zod's. */
function describeMistakes(issue: z.core.$ZodIssue, value: unknown): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => describeIssue(issue, [...issue.path, key], value) + meant(key, issue.message),
    );
  }
  // What was given stands in the message already.
  const mistake = describeIssue(issue, issue.path, value).replace(/^the scenario: /, '');
  const got = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], value);
  const isChoice = issue.code === 'invalid_value' || issue.code === 'invalid_union';
  return [isChoice && typeof got === 'string' ? mistake + meant(got, mistake) : mistake];
}

const ALLOWED = /(?:allowed here: |must be one of )(.*?)(?:, got .*)?$/;

/** The name that somebody wrote another for, out of those that the message lists. */
function meant(written: string, message: string): string {
  const names = ALLOWED.exec(message)?.[1]?.split(', ') ?? [];
  const name = nearest(written, names);
  return name === undefined ? '' : `; did you mean "${name}"?`;
}
