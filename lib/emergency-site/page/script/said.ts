/**
 * The sentences that the script says: their places in the list that travels in the page. As an enum, because the
 * bundler then leaves only the numbers in the script.
 */
export enum Said {
  heading,
  closed,
  maintenanceHeading,
  maintenance,
  openingHeading,
  opening,
  recovering,
  waitingHeading,
  pageHeading,
  page,
  offline,
  stale,
  onlyInEnglish,
  nothingNew,
  pause,
  resume,
}

/** The sentences, in the order of `Said`. */
export type SaidStrings = Readonly<Record<Said, string>>;

/** A heading and a text. */
export type Words = readonly [heading: Said, text: Said];

export const CLOSED: Words = [Said.heading, Said.closed];

/** What the page says in the modes in which the store lets shoppers in. */
export const OPEN_WORDS = {
  normal: [Said.openingHeading, Said.opening],
  recovering: [Said.openingHeading, Said.recovering],
  waiting_room: [Said.waitingHeading, Said.recovering],
} as const satisfies Readonly<Record<string, Words>>;

/** What the page says in each mode of the store, when the status has no words of its own. */
export const WORDS = {
  // Whatever else works, this page did not.
  degraded: [Said.pageHeading, Said.heading],
  maintenance: [Said.maintenanceHeading, Said.maintenance],
  emergency: CLOSED,
  ...OPEN_WORDS,
} as const satisfies Readonly<Record<string, Words>>;
