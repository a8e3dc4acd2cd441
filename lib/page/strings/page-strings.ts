/** Every sentence of the page in one language. `{name}` marks where a value goes. A missing one fails the build. */
export interface PageStrings {
  /** The language's name in the language itself. */
  readonly name: string;
  /** `ltr` or `rtl`. */
  readonly direction: 'ltr' | 'rtl';
  /** Who read these sentences as a native speaker. */
  readonly reviewedBy: string;
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
  /** What became of orders that shoppers hold a confirmation of. */
  readonly ordersUnaffected: string;
  readonly payment: string;
  readonly emailLabel: string;
  readonly phoneLabel: string;
  readonly hoursLabel: string;
  readonly shops: string;
  readonly channelsHeading: string;
  readonly notify: string;
  /** The same, where it opens the shopper's mail program. */
  readonly notifyByEmail: string;
  /** `{store}`: the store's name. */
  readonly notifySubject: string;
  readonly offerHeading: string;
  readonly offerCode: string;
  readonly offerUntil: string;
  readonly offerTerms: string;
  readonly feedback: string;
  readonly statusPage: string;
  readonly paymentWarningHeading: string;
  readonly paymentWarning: string;
  readonly checking: string;
  readonly checkNow: string;
  /** The answer to a form that the closed store could not take, whatever was in it. */
  readonly notReceived: string;
  /** What the page's script says. */
  readonly script: ScriptStrings;
}

/** The sentences that the script needs; they travel in the page as JSON. */
export interface ScriptStrings {
  /** The page's heading while the store is down. */
  readonly heading: string;
  /** Before the first status, and without any: true when the whole store is down and when one page is. */
  readonly unknown: string;
  readonly maintenanceHeading: string;
  readonly maintenance: string;
  readonly openingHeading: string;
  /** The store is open, and the shopper waits for their turn. */
  readonly opening: string;
  readonly recovering: string;
  /** The store is open, with more shoppers than it takes at once. */
  readonly waitingHeading: string;
  readonly pageHeading: string;
  readonly page: string;
  readonly offlineHeading: string;
  readonly offline: string;
  readonly stale: string;
  readonly nothingNew: string;
  readonly pause: string;
  readonly resume: string;
}
