import { en } from './en';
import { fr } from './fr';
import type { PageStrings } from './page-strings';
import { pl } from './pl';
import { ru } from './ru';
import { zhHans } from './zh-hans';
import { zhHant } from './zh-hant';

/** To add a language, write its file and name it here. */
const LANGUAGES: ReadonlyMap<string, PageStrings> = new Map([
  ['en', en],
  ['fr', fr],
  ['pl', pl],
  ['ru', ru],
  ['zh-Hans', zhHans],
  ['zh-Hant', zhHant],
]);

/** The language of a page that does not name one. */
export const DEFAULT_LANGUAGE = 'en';

/** The languages the page is written in, as BCP 47 tags. */
export const availableLanguages = (): readonly string[] => [...LANGUAGES.keys()];

/** The page's sentences in a language; undefined when there is no file for it. */
export const findStrings = (language: string): PageStrings | undefined => LANGUAGES.get(language);
