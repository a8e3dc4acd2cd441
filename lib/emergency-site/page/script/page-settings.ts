import type { ScriptStrings } from '../strings/page-strings';

/** What the script reads from the page's data block, so that the script itself is the same for every store. */
export interface PageSettings {
  /** BCP 47 tag of the page's language. */
  readonly language: string;
  /** Path of `status.json` on the page's own host. */
  readonly statusPath: string;
  /** The page's own path: a shopper who is there has no page of the store to go back to. */
  readonly pagePath: string;
  readonly strings: ScriptStrings;
}
