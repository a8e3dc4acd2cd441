/** Letters and signs that Unicode normalisation does not break up into ASCII. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
  '€': 'EUR',
};

/** Stands for text that has no ASCII form, such as Chinese; the body carries the full text. */
const NO_ASCII_FORM = 'see message body';

/** Printable ASCII on one line. Control characters end here, so a subject can't smuggle in a header. */
export function toAscii(text: string): string {
  const replaced = [...text].map((character) => REPLACEMENTS[character] ?? character).join('');
  const ascii = replaced
    .normalize('NFKD')
    .replace(/[^\x20-\x7e\s]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /[a-z0-9]/i.test(ascii) ? ascii : NO_ASCII_FORM;
}

/**
 * ASCII that costs one character each in an SMS: the brackets and the signs below take two in the GSM alphabet, and
 * the backtick is not in it at all, which would turn the whole message into a costlier alphabet.
 */
export function toGsm(text: string): string {
  return toAscii(text)
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replace(/[\\^~|`]/g, '-');
}

/** At most `length` characters, the cut marked by two dots. */
export function truncate(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, Math.max(0, length - 2))
        .join('')
        .trimEnd()}..`;
}

/** As much of a name as it takes to know whose it is. */
const MIN_NAME_LENGTH = 12;

/** Whose news it is, and the news, in at most `length` characters: a long name is cut first. */
export function nameAndNews(name: string, news: string, length: number): string {
  const rest = `: ${news}`;
  return truncate(truncate(name, Math.max(MIN_NAME_LENGTH, length - rest.length)) + rest, length);
}
