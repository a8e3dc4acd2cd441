import { truncate } from '../contract/ascii';
import { DEFAULT_LANGUAGE, type Texts } from '../contract/texts';

/** Whether a text fits as a whole into a file, which has `{}` in its place so far. */
export function fits(texts: Readonly<Record<string, string>>, maxBytes: number): boolean {
  return jsonBytes(texts) <= maxBytes;
}

/**
 * What of a text fits into a file, which has `{}` in its place so far: English, cut if need be, then every other
 * language that fits as a whole. Readers of the others fall back to English.
 */
export function fittingTexts(texts: Texts, maxBytes: number): Record<string, string> {
  const english = { [DEFAULT_LANGUAGE]: cutToBytes(texts[DEFAULT_LANGUAGE], maxBytes) };
  return wholeTexts(texts, maxBytes, english);
}

/** Beside what is kept already: each text that fits as a whole, in the order of its languages. */
export function wholeTexts(
  texts: Readonly<Record<string, string>>,
  maxBytes: number,
  kept: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const fitting: Record<string, string> = { ...kept };
  for (const [language, text] of Object.entries(texts)) {
    if (jsonBytes({ ...fitting, [language]: text }) <= maxBytes) {
      fitting[language] = text;
    }
  }
  return fitting;
}

function cutToBytes(text: string, maxBytes: number): string {
  const lengths = Array.from({ length: [...text].length + 1 }, (_, less) => [...text].length - less);
  const length = lengths.find((fits) => jsonBytes({ en: truncate(text, fits) }) <= maxBytes) ?? 0;
  return truncate(text, length);
}

/** The bytes that a record adds to a document that has `{}` in its place. */
function jsonBytes(record: Readonly<Record<string, string>>): number {
  return Buffer.byteLength(JSON.stringify(record)) - 2;
}
