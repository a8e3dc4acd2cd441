import type { EmergencyPageProps, PageLink } from './emergency-page-props';
import { escapeHtml } from './escape-html';
import { textIn } from './localized-text';
import type { PageStrings } from './strings/page-strings';

/** What a block of the page is written from. */
export interface PageContext {
  readonly props: EmergencyPageProps;
  readonly strings: PageStrings;
  readonly language: string;
  /** Whether the file speaks this language only. */
  readonly alone: boolean;
  /**
   * An element whose text is in the page's language. Where one file speaks several, the script replaces those texts
   * in the order of the document; `attributes` are its others, such as `id="us-payment"`.
   */
  readonly text: (tag: string, content: string, attributes?: string) => string;
}

/** A function for `PageContext.text`, which remembers what it has written. */
export interface TextCollector {
  readonly text: PageContext['text'];
  /** A body that was written with it, and its texts in the order of the document, whichever was written first. */
  readonly inOrder: (body: string) => { readonly body: string; readonly texts: readonly string[] };
}

/** Elements that end where the next begins. */
const OPTIONAL: readonly string[] = ['p', 'dt', 'dd', 'li'];

/** An element whose text is the script's own business: it writes it in the language there is. */
export const scriptText: PageContext['text'] = (tag, content, attributes = '') =>
  `<${tag}${attributes && ` ${attributes}`}>${escapeHtml(content)}${OPTIONAL.includes(tag) ? '' : `</${tag}>`}`;

/** A number between two characters that no text has: Unicode leaves them to private use. */
const MARK = / data-t=\uE000(\d+)\uE000/g;

/** `marked` when the script is to find the elements again. */
export function collectTexts(marked: boolean): TextCollector {
  const written: string[] = [];
  return {
    text: (tag, content, attributes = '') => {
      const mark = marked ? ` data-t=\uE000${written.push(content) - 1}\uE000` : '';
      return scriptText(tag, content, `${attributes}${mark}`.trim());
    },
    inOrder: (body) => ({
      texts: [...body.matchAll(MARK)].map(([, index]) => written[Number(index)] ?? ''),
      body: body.replaceAll(MARK, ' data-t'),
    }),
  };
}

/** The parts that are there, one after another. */
export const joined = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join('');

/** A link whose label is the same in every language. */
export const link = (address: string, label: string, attributes = ''): string =>
  `<a href="${escapeHtml(address)}"${attributes}>${escapeHtml(label)}</a>`;

/** A link whose label is in the page's language. */
export const textLink = ({ text }: PageContext, address: string, label: string, attributes = ''): string =>
  text('a', label, `href="${escapeHtml(address)}"${attributes}`);

/** A link as the store's owner names it. */
export const pageLink = (context: PageContext, { url, label }: PageLink, attributes = ''): string =>
  typeof label === 'string'
    ? link(url, label, attributes)
    : textLink(context, url, textIn(label, context.language), attributes);
