import type { SaidStrings } from './said';

/** What the scripts read from the page's data block, so that they are the same for every store. */
export interface PageSettings {
  /** Source of a regular expression that the paths match where shoppers pay. */
  readonly checkout: string;
  /** Until when the offer holds; undefined when it has no end, or there is none. */
  readonly until?: string;
  /** Name of the cookie in which the store keeps a shopper's language. Only where one file speaks several. */
  readonly cookie?: string;
  /** What the page says, by the tag of each language that this file speaks. */
  readonly said: Readonly<Record<string, SaidStrings>>;
  /** The other texts of the page by language, in the order of the document. Only where one file speaks several. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  /** The languages of `texts` that are written from right to left. */
  readonly rtl?: readonly string[];
}
