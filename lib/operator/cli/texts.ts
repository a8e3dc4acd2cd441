import {
  CONTROL_CHARACTER,
  DEFAULT_LANGUAGE,
  MAX_LANGUAGES,
  MAX_TEXT_LENGTH,
  spokenTextsSchema,
  type Texts,
} from '../../../lambda/status-update/contract/texts';
import { CliError } from '../../command-line/cli-error';

/** What help texts say about texts in several languages. */
export const TEXT_HELP = 'the same in another language, such as --text pl="..."; may be repeated';

/** A text in English and what it is in other languages, given as `pl=...`. @throws CliError */
export function readTexts(english: string, translations: readonly string[]): Texts {
  const texts = { [DEFAULT_LANGUAGE]: english, ...Object.fromEntries(translations.map(translation)) };
  const parsed = spokenTextsSchema.safeParse(texts);
  if (parsed.success) {
    return parsed.data;
  }
  requireNoControlCharacters(texts);
  const got = Object.entries(texts).map(([language, text]) => `${language} with ${text.length} characters`);
  throw new CliError(
    `texts: must have a language tag such as pl or zh-Hant and 1 to ${MAX_TEXT_LENGTH} characters each, in at most ${MAX_LANGUAGES} languages, got ${got.join(', ')}; shorten or correct them`,
  );
}

/** @throws CliError which shows the character in a form that does nothing to the terminal */
function requireNoControlCharacters(texts: Readonly<Record<string, string>>): void {
  for (const [language, text] of Object.entries(texts)) {
    const [found] = CONTROL_CHARACTER.exec(text) ?? [];
    if (found !== undefined) {
      const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      throw new CliError(
        `texts: must be one line without control characters, got U+${code} in ${language} at character ${text.indexOf(found) + 1}; replace it by a space`,
      );
    }
  }
}

/** Languages of the page in which a text is missing; its readers get the machine's sentence and the English below it. */
export function missingLanguages(texts: Texts, languages: readonly string[]): readonly string[] {
  return languages.filter((language) => texts[language] === undefined);
}

function translation(option: string): [string, string] {
  const [, language, text] = /^([A-Za-z\d-]+)=([\s\S]+)$/.exec(option) ?? [];
  if (language === undefined || text === undefined) {
    throw new CliError(
      `--text: must be language=text, got ${JSON.stringify(option)}; write it like pl="..."`,
    );
  }
  return [language, text];
}
