import { isUnknown } from '../validation/unknown';

type Check = (value: string) => boolean;

const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/;

/** No mistake for a missing value, nor for one that is known at deployment only. */
export const check = (value: string | undefined, right: Check, message: string): string[] =>
  value === undefined || isUnknown(value) || right(value) ? [] : [message];

/** Controls and line ends, and what turns the direction of the text around it, on the page and in e-mails. */
const UNPRINTABLE = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

/** A text for people, of 1 to `longest` characters. */
export const shortText = (value: string | undefined, path: string, longest = 80): string[] => [
  ...check(
    value,
    (text) => text.trim() !== '' && text.length <= longest,
    `${path}: must be text of 1 to ${longest} characters, got "${value}"`,
  ),
  ...check(
    value,
    (text) => !UNPRINTABLE.test(text),
    `${path}: must be text without control characters, got ${codeOf(UNPRINTABLE.exec(value ?? ''))}; remove it`,
  ),
];

const codeOf = (found: RegExpExecArray | null): string =>
  `U+${found?.[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** One e-mail address. */
export const emailAddress = (value: string | undefined, path: string): string[] =>
  check(value, (text) => EMAIL.test(text), `${path}: must be one e-mail address, got ${value}`);

/** A link to a host that is open while the store is closed; `storeNames` are those that are not. */
export function otherHostUrl(
  value: string | undefined,
  path: string,
  storeNames: readonly string[],
): string[] {
  const mistakes = check(value, isHttps, `${path}: must be an https:// address, got ${value}`);
  if (mistakes.length > 0) {
    return mistakes;
  }
  return check(
    value,
    (url) => !storeNames.map(hostName).includes(hostName(new URL(url).hostname)),
    `${path}: shows this very page while the store is closed, got ${value}; name a host that does not depend on the store`,
  );
}

const isHttps: Check = (text) => URL.canParse(text) && new URL(text).protocol === 'https:';

/** DNS knows neither case nor the dot of the root. */
const hostName = (name: string): string => name.toLowerCase().replace(/\.$/, '');
