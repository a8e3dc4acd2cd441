import { Token } from 'aws-cdk-lib';
import { z } from 'zod';
import { describeComplaint, show, TOKEN } from '../mistake';
import { isUnknown } from '../unknown';
import { nearest } from './nearest';

/** What to do about a wrong value; it depends on what was written. */
type Remedy = (got: unknown) => string;

/** A message for each mistake that zod finds in a part. @param hint what a person has to write there */
export const complains = (what: string, hint: string, remedy: Remedy = () => hint) => ({
  error: ({ input }: { readonly input?: unknown }): string => {
    if (input === undefined) {
      return `is missing; ${hint}`;
    }
    const todo = input === null ? `leave it out if it is optional, or ${hint}` : remedy(input);
    return describeComplaint({ problem: `must be ${what}`, got: input, remedy: todo });
  },
});

/** A text, or a token that becomes one. @param what it has to be, such as `write the name shoppers type` */
export const text = (hint = 'write text in quotes') => z.string(complains('text', hint, inQuotes(hint)));

const inQuotes =
  (hint: string): Remedy =>
  (got) => {
    if (typeof got === 'number' || typeof got === 'boolean') {
      return `put it in quotes: "${got}"`;
    }
    return Array.isArray(got)
      ? 'write one text, without brackets'
      : asText(got)
        ? 'write Token.asString(...) around it'
        : hint;
  };

const asText = (got: unknown): boolean => typeof got === 'object' && Token.isUnresolved(got);

/** A text that synth itself needs, so that no token will do. CDK may look it up. */
export const knownText = (hint?: string) =>
  text(hint).refine((got) => !Token.isUnresolved(got), {
    error: unknownAtSynth(
      'write the text itself, or take it from the context or with StringParameter.valueFromLookup',
    ),
  });

/** A text that decides what is built: until CDK had looked it up, there would be nothing to build. */
export const writtenText = (hint?: string) =>
  text(hint).refine((got) => !isUnknown(got), { error: ({ input }) => unwritten(input) });

const unwritten = (got: unknown): string =>
  describeComplaint({
    problem: 'must be written out',
    got,
    remedy: 'write the text itself, or take it from the context',
  });

export const unknownAtSynth = (remedy: string) =>
  describeComplaint({ problem: 'must be known at synth', got: TOKEN, remedy });

/** A number, or a token that becomes one. */
export const number = (hint = 'write a number without quotes') => z.number(complains('a number', hint));

/** `true` or `false`. */
export const flag = () =>
  z.boolean(
    complains('true or false', 'write true or false', (got) =>
      got === 'true' || got === 'false' ? 'leave out the quotes' : 'write true or false',
    ),
  );

/** One of some words. */
export const word = <const W extends readonly [string, ...string[]]>(...words: W) =>
  z.enum(words, { error: ({ input }) => oneOf(words, input) });

/** Objects that their `kind` tells apart. @param hint what a person has to write there */
export function byKind(hint: string) {
  const { error } = complains('an object', hint);
  return {
    error: (issue: z.core.$ZodRawIssue): string => {
      if (issue.code !== 'invalid_union') {
        return error(issue);
      }
      return oneOf(issue.options as readonly string[], (issue.input as { readonly kind?: unknown }).kind);
    },
  };
}

function oneOf(words: readonly string[], got: unknown): string {
  const all = words.map((one) => `"${one}"`).join(', ');
  if (isUnknown(got)) {
    return unwritten(got);
  }
  const meant = typeof got === 'string' ? nearest(got, words) : undefined;
  const what = words.length > 1 ? `one of ${all}` : all;
  const { error } = complains(what, `write ${what}`, () =>
    meant === undefined ? `write ${words.length > 1 ? 'one of them' : all}` : `did you mean "${meant}"?`,
  );
  return error({ input: got });
}

/** A list of any length, which synth must know: CDK can't look into a list that is a token. */
export function list<S extends z.ZodType>(of: S, hint?: string) {
  const todo = hint ?? 'write a list in brackets';
  const remedy: Remedy = (got) =>
    typeof got === 'string' && hint === undefined ? `put it in brackets: [${show(got)}]` : todo;
  return z
    .array(of, complains('a list', todo, remedy))
    .refine((got) => !Token.isUnresolved(got), { error: unknownAtSynth('write each entry by itself') })
    .readonly();
}

/** An object without other keys. The caller, which knows the whole object, words the message: this one only has the names. */
export function shape<S extends z.core.$ZodLooseShape>(
  parts: S,
  hint = `write { ${Object.keys(parts).slice(0, 3).join(', ')} }`,
) {
  const { error } = complains('an object', hint);
  return z.strictObject(parts, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(parts).join(' ') : error(issue)),
  });
}

/** The names that an object may have, from the message about others. */
export const namesIn = (message: string): readonly string[] => message.split(' ');
