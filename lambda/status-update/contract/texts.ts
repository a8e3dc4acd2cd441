import * as z from 'zod/mini';

/** Longest text for shoppers, in characters: the emergency page shows no more. */
export const MAX_TEXT_LENGTH = 500;

/** The language that every text exists in; readers fall back to it and mark it. */
export const DEFAULT_LANGUAGE = 'en';

const TEXT = z.string().check(z.minLength(1), z.maxLength(MAX_TEXT_LENGTH));

/** Languages of one text: all of them are kept in one DynamoDB item of at most 400 KB. */
export const MAX_LANGUAGES = 20;

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A text by language, as BCP 47 tags. English is always there. */
export const textsSchema = z
  .intersection(z.object({ [DEFAULT_LANGUAGE]: TEXT }), z.record(z.string(), TEXT))
  .check(
    z.refine((texts) => Object.keys(texts).length <= MAX_LANGUAGES),
    // Not as the record's key schema: an intersection lets every key pass that one side takes.
    z.refine((texts) => Object.keys(texts).every((tag) => TAG.test(tag))),
  );

/** Longest tag, in characters. See https://www.rfc-editor.org/rfc/rfc5646#section-4.4.1 */
const MAX_TAG_LENGTH = 35;

/** What breaks lines, rings bells or moves cursors; paragraphs and lines of a text end up in one. */
export const CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u;

/** The same as a person may say it from now on; what an earlier version let through is still read. */
export const spokenTextsSchema = textsSchema.check(
  z.refine((texts) => Object.values(texts).every((text) => !CONTROL_CHARACTER.test(text))),
  z.refine((texts) => Object.keys(texts).every((tag) => tag.length <= MAX_TAG_LENGTH)),
);

/** A text by language. */
export type Texts = Readonly<z.infer<typeof textsSchema>>;

/** What history keeps of a text. */
export function englishOnly(texts: Texts): Texts {
  return { [DEFAULT_LANGUAGE]: texts[DEFAULT_LANGUAGE] };
}
