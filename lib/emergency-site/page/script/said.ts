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
  openWhilePaused,
  recovering,
  pageHeading,
  page,
  offline,
  stale,
  onlyIn,
  checkedStillClosed,
  pause,
  resume,
}

/** The sentences, in the order of `Said`. */
export type SaidStrings = readonly string[];
