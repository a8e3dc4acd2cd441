import type { LocalizedText } from './emergency-page-props';

/** The text in a language, or else in the store's own. */
export const textIn = (text: LocalizedText, language: string, storeLanguage: string): string =>
  typeof text === 'string' ? text : (text[language] ?? text[storeLanguage] ?? '');
