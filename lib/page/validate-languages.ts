import { shortText } from './checks';
import type { EmergencyPageProps, LocalizedText } from './emergency-page-props';
import { pageLanguages, storeLanguage } from './page-languages';
import { availableLanguages, findStrings } from './strings/languages';

const COOKIE_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const unknownLanguage = (language: string, path: string): string[] =>
  findStrings(language)
    ? []
    : [
        `${path}: the page is not written in this language, got ${language}; available: ${availableLanguages().join(', ')}`,
      ];

function validateList(props: EmergencyPageProps, path: string): string[] {
  const { languages } = props;
  if (languages === undefined) {
    return [];
  }
  const own = storeLanguage(props);
  const twice = languages.find((language, i) => languages.indexOf(language) !== i);
  return [
    ...languages.flatMap((language, i) => unknownLanguage(language, `${path}.languages[${i}]`)),
    ...(languages.includes(own)
      ? []
      : [
          `${path}.languages: must hold the store's own language, got ${languages.join(', ') || 'none'}; add ${own}`,
        ]),
    ...(twice === undefined ? [] : [`${path}.languages: must name each language once, got ${twice} twice`]),
  ];
}

const validateCookie = (name: string | undefined, path: string): string[] =>
  name === undefined || COOKIE_NAME.test(name)
    ? []
    : [`${path}.languageCookie: must be the name of a cookie, got "${name}"; letters, digits, - and _`];

/** What is wrong with the languages. */
export const validateLanguages = (props: EmergencyPageProps, path: string): string[] => [
  ...unknownLanguage(storeLanguage(props), `${path}.language`),
  ...validateList(props, path),
  ...validateCookie(props.languageCookie, path),
];

/** Which text, for whom, and how long it may be. */
export interface LocalizedTextRule {
  readonly props: EmergencyPageProps;
  readonly path: string;
  /** In characters. */
  readonly longest: number;
}

/** What is wrong with a text that may differ by language. */
export function validateLocalizedText(text: LocalizedText | undefined, rule: LocalizedTextRule): string[] {
  const { props, path, longest } = rule;
  if (text === undefined || typeof text === 'string') {
    return shortText(text, path, longest);
  }
  const spoken = pageLanguages(props);
  return [
    ...spoken
      .filter((language) => text[language] === undefined)
      .map((language) => `${path}.${language}: is missing, got none; the page speaks ${spoken.join(', ')}`),
    ...Object.entries(text).flatMap(([language, value]) =>
      spoken.includes(language)
        ? shortText(value, `${path}.${language}`, longest)
        : [`${path}.${language}: is not needed, got a text; the page speaks ${spoken.join(', ')}`],
    ),
  ];
}
