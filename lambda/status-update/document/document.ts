/** One part of a section. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Something to copy, such as a command. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** An inline SVG element. HTML shows it, with `alt` for those who can't see it; Markdown says `alt`. */
  | { readonly kind: 'chart'; readonly svg: string; readonly alt: string }
  /** To be filled in by a person. */
  | { readonly kind: 'blank'; readonly prompt: string };

/** A heading and what is below it. */
export interface Section {
  readonly heading: string;
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
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});
