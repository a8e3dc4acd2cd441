import type { EmergencyPageProps } from './emergency-page-props';
import { escapeHtml } from './escape-html';
import type { PageStrings } from './strings/page-strings';

/** What a block of the page is written from. */
export interface PageContext {
  readonly props: EmergencyPageProps;
  readonly strings: PageStrings;
  readonly language: string;
  /** The store's own language. */
  readonly storeLanguage: string;
  /**
   * An element whose text is in the page's language. Where one file speaks several, the script replaces those texts
   * in the order of the document; `attributes` are its others, such as `id="us-note"`.
   */
  readonly text: (tag: string, content: string, attributes?: string) => string;
}

/** A function for `PageContext.text`, and the list of the texts it has written so far. */
export interface TextCollector {
  readonly text: PageContext['text'];
  readonly texts: readonly string[];
}

/** `marked` when the script is to find the elements again. */
export const collectTexts = (marked: boolean): TextCollector => {
  const texts: string[] = [];
  return {
    texts,
    text: (tag, content, attributes = '') => {
      // An element with an id is the script's own business.
      const mark = marked && !attributes.includes('id=') ? ' data-t' : '';
      if (mark) texts.push(content);
      return `<${tag}${attributes && ` ${attributes}`}${mark}>${escapeHtml(content)}</${tag.split(' ')[0]}>`;
    },
  };
};

/** The parts that are there, one after another. */
export const joined = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join('');

/** A link whose label is the same in every language. */
export const link = (address: string, label: string): string =>
  `<a href="${escapeHtml(address)}">${escapeHtml(label)}</a>`;

/** A link whose label is in the page's language. */
export const textLink = ({ text }: PageContext, address: string, label: string, attributes = ''): string =>
  text('a', label, `href="${escapeHtml(address)}"${attributes}`);
