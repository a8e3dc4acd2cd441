/**
 * The sentences that the script says: their places in the list that travels in the page. As an enum, because the
 * bundler then leaves only the numbers in the script.
 */
export enum Said {
  heading,
  unknown,
  maintenanceHeading,
  maintenance,
  openingHeading,
  opening,
  recovering,
  waitingHeading,
  pageHeading,
  page,
  offlineHeading,
  offline,
  stale,
  nothingNew,
  pause,
  resume,
}

/** The sentences, in the order of `Said`. */
export type SaidStrings = Readonly<Record<Said, string>>;

/** A heading and a text. */
export type PageTexts = readonly [heading: Said, text: Said];

/** What the page says before it knows more than that it was asked for in place of another. */
export const UNKNOWN: PageTexts = [Said.heading, Said.unknown];

/** What the page says to a device that has no connection: its news may be old. */
export const OFFLINE: PageTexts = [Said.offlineHeading, Said.offline];

/** What the page says in the modes in which the store lets shoppers in. */
export const OPEN_WORDS = {
  normal: [Said.openingHeading, Said.opening],
  recovering: [Said.openingHeading, Said.recovering],
  waiting_room: [Said.waitingHeading, Said.recovering],
} as const satisfies Readonly<Record<string, PageTexts>>;

/** What the page says in each mode of the store, when the status has no words of its own. */
export const WORDS = {
  // Whatever else works, this page did not.
  degraded: [Said.pageHeading, Said.unknown],
  maintenance: [Said.maintenanceHeading, Said.maintenance],
  emergency: UNKNOWN,
  ...OPEN_WORDS,
} as const satisfies Readonly<Record<string, PageTexts>>;
