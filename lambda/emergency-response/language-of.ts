import { chooseLanguage, languageOfPath } from './contract/choose-language';
import { type FunctionRequest, headerOf, type Values } from './contract/event';
import { CHOICE_COOKIE } from './contract/language-choice';

/** What the shopper wants to read, best first, in a header such as `pl-PL,pl;q=0.9,en;q=0.8`. */
function acceptedLanguages(header: string): readonly string[] {
  return header
    .split(',')
    .map((part) => {
      const pieces = part.trim().split(/\s*;\s*q=/);
      return { tag: pieces[0] || '', quality: pieces[1] === undefined ? 1 : Number(pieces[1]) || 0 };
    })
    .filter((choice) => choice.quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map((choice) => choice.tag);
}

function valueIn(values: Values, name: string): string {
  const found = values[name];
  return found ? found.value : '';
}

/**
 * The language of the answer: what the shopper chose, last with a link to `?lang=`, what the store knows, what the
 * browser asks for.
 */
export function languageOf(request: FunctionRequest): string {
  const wishes = [
    valueIn(request.querystring, 'lang'),
    valueIn(request.cookies, CHOICE_COOKIE),
    valueIn(request.cookies, SETTINGS.languageCookie),
    languageOfPath(request.uri),
  ];
  const accepted = acceptedLanguages(headerOf(request, 'accept-language'));
  return chooseLanguage(wishes.concat(accepted), SETTINGS.languages) || SETTINGS.languages[0] || '';
}
