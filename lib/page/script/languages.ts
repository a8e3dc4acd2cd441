import { chooseLanguage, languageOfPath } from '../../../lambda/emergency-response/contract/choose-language';
import { CHOICE_COOKIE, rememberLanguage } from '../../../lambda/emergency-response/contract/language-choice';
import type { PageSettings } from './page-settings';

const {
  cookie,
  texts = {},
  rtl = [],
}: PageSettings = JSON.parse(document.getElementById('us-settings')?.textContent ?? '');

const page = document.documentElement;

const cookieValue = (name: string): string =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** What the address asks for, what the shopper chose, what the store knows, what the browser asks for. */
const wishes = (): readonly string[] => [
  new URLSearchParams(location.search).get('lang') ?? '',
  cookieValue(CHOICE_COOKIE),
  cookie ? cookieValue(cookie) : '',
  languageOfPath(location.pathname),
  ...navigator.languages,
];

/** Puts the page's texts in a language. What the other script writes, it writes again when it hears of the change. */
export const speak = (language: string): void => {
  page.lang = language;
  page.dir = rtl.includes(language) ? 'rtl' : 'ltr';
  document.querySelectorAll('[data-t]').forEach((part, i) => {
    part.textContent = texts[language]?.[i] ?? '';
  });
  for (const link of document.querySelectorAll<HTMLElement>('a[lang]')) {
    link.ariaCurrent = String(link.lang === language);
  }
  dispatchEvent(new Event('languagechange'));
};

for (const link of document.querySelectorAll<HTMLElement>('a[lang]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    rememberLanguage(link.lang);
    // An older choice in the address would win over the cookie.
    history.replaceState(null, '', location.href.replace(/([?&]lang=)[^&#]*/, `$1${link.lang}`));
    speak(link.lang);
  });
}

speak(chooseLanguage(wishes(), Object.keys(texts)) ?? page.lang);
