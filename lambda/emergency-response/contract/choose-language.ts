const TRADITIONAL = /^yue|hant|-(tw|hk|mo)\b/;
const LANGUAGE_SEGMENT = /^\/([a-z]{2}([-_][a-z]{2,4}){0,2})(\/|$)/i;

/**
 * What decides between two tags: the language, and for Chinese the script, which a region only suggests.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4647
 */
function keyOf(tag: string): string {
  const lower = tag.toLowerCase().replace(/_/g, '-');
  if (!/^(zh|yue)\b/.test(lower)) {
    return lower.split('-')[0] ?? '';
  }
  return /hans/.test(lower) || !TRADITIONAL.test(lower) ? 'zh-hans' : 'zh-hant';
}

/** The first wish that can be met; undefined when none can. Wishes are language tags, empty or broken ones included. */
export function chooseLanguage(wishes: readonly string[], available: readonly string[]): string | undefined {
  const meet = (wish: string): string | undefined => available.find((tag) => keyOf(tag) === keyOf(wish));
  const wish = wishes.find((candidate) => meet(candidate) !== undefined);
  return wish === undefined ? undefined : meet(wish);
}

/** The language that a store's address begins with, such as `pl` of `/pl/shoes`; empty when it names none. */
export const languageOfPath = (path: string): string => LANGUAGE_SEGMENT.exec(path)?.[1] ?? '';
