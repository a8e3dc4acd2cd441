/** Every sentence of the page in one language. `{name}` marks where a value goes. A missing one fails the build. */
export interface PageStrings {
  /** The language's name in the language itself. */
  readonly name: string;
  /** `ltr` or `rtl`. */
  readonly direction: 'ltr' | 'rtl';
  /** Who read these sentences as a native speaker. */
  readonly reviewedBy: string;
  /** `{store}`: the store's name. */
  readonly lead: string;
  readonly statusHeading: string;
  readonly since: string;
  readonly updated: string;
  readonly nextUpdate: string;
  readonly expectedBack: string;
  readonly turn: string;
  /** What shoppers can name when they ask about this. */
  readonly reference: string;
  readonly home: string;
  readonly orderHeading: string;
  readonly basketUnknown: string;
  readonly basketOnDevice: string;
  readonly basketInAccount: string;
  readonly basketNotSaved: string;
  readonly payment: string;
  readonly actionsHeading: string;
  readonly tryAgain: string;
  readonly emailLabel: string;
  readonly phoneLabel: string;
  readonly hoursLabel: string;
  readonly shops: string;
  readonly channelsHeading: string;
  readonly notify: string;
  /** `{store}`: the store's name. */
  readonly notifySubject: string;
  readonly offerHeading: string;
  readonly offerCode: string;
  readonly offerUntil: string;
  readonly offerTerms: string;
  readonly feedback: string;
  /** Above the list of the page's languages. */
  readonly languages: string;
  readonly statusPage: string;
  readonly paymentWarningHeading: string;
  readonly paymentWarning: string;
  readonly checking: string;
  readonly checkNow: string;
  /** What the page's script says. */
  readonly script: ScriptStrings;
}

/** The sentences that the script needs; they travel in the page as JSON. */
export interface ScriptStrings {
  /** The page's heading while the store is down. */
  readonly heading: string;
  /** Also the static text of the status before the first check. */
  readonly closed: string;
  readonly maintenanceHeading: string;
  readonly maintenance: string;
  readonly openingHeading: string;
  readonly opening: string;
  readonly recovering: string;
  /** The store is open, with more shoppers than it takes at once. */
  readonly waitingHeading: string;
  readonly pageHeading: string;
  readonly page: string;
  readonly offline: string;
  readonly stale: string;
  /** Where people wrote their news in English only. */
  readonly onlyInEnglish: string;
  readonly nothingNew: string;
  readonly pause: string;
  readonly resume: string;
}
