import { en } from './en';
import type { PageStrings } from './page-strings';

const LANGUAGES: ReadonlyMap<string, PageStrings> = new Map([['en', en]]);

/** The language of a page that does not name one. */
export const DEFAULT_LANGUAGE = 'en';

/** The languages the page is written in, as BCP 47 tags, in the order of their files. */
export const availableLanguages = (): readonly string[] => [...LANGUAGES.keys()];

/** The page's sentences in a language; undefined when there is no file for it. */
export const findStrings = (language: string): PageStrings | undefined => LANGUAGES.get(language);
