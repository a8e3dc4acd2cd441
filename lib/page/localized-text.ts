import type { LocalizedText } from './emergency-page-props';

/** The text in a language; empty when there is none, which `validatePage` reports. */
export const textIn = (text: LocalizedText, language: string): string =>
  typeof text === 'string' ? text : (text[language] ?? '');
