/** A place to go. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

/** What stands in a cell of a table: a text, something to copy, or a link. */
export type Cell = string | { readonly code: string } | Link;

/** One part of a section. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** Something to copy, such as a command. */
  | { readonly kind: 'code'; readonly text: string }
  | ({ readonly kind: 'link' } & Link)
  /** Links that a thumb hits at once. */
  | { readonly kind: 'buttons'; readonly links: readonly Link[] }
  /** An inline SVG element. HTML shows it, with `alt` for those who can't see it; Markdown says `alt`. */
  | { readonly kind: 'chart'; readonly svg: string; readonly alt: string };

/** A heading and what is below it. */
export interface Section {
  readonly heading: string;
  /** To be linked by, within its document. */
  readonly id?: string;
  readonly blocks: readonly Block[];
}

/** A page for people, without any markup of its own: it is rendered as Markdown and as HTML. */
export interface Document {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A paragraph. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A table with a row of headings. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});
