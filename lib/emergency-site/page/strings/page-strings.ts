/** Every sentence of the page in one language. `{name}` marks where a value goes. */
export interface PageStrings {
  /** `ltr` or `rtl`. */
  readonly direction: 'ltr' | 'rtl';
  /** `{store}`: the store's name. */
  readonly title: string;
  readonly heading: string;
  /** `{store}`: the store's name. */
  readonly lead: string;
  readonly statusHeading: string;
  readonly orderHeading: string;
  readonly basket: string;
  readonly payment: string;
  readonly actionsHeading: string;
  readonly tryAgain: string;
  readonly contactLead: string;
  readonly emailLabel: string;
  readonly phoneLabel: string;
  readonly hoursLabel: string;
  readonly channelsHeading: string;
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
  /** Also the static text of the status before the first check. */
  readonly closed: string;
  readonly opening: string;
  readonly openWhilePaused: string;
  readonly offline: string;
  /** `{time}`: when. */
  readonly checkedStillClosed: string;
  readonly since: string;
  readonly updated: string;
  readonly nextUpdate: string;
  readonly pause: string;
  readonly resume: string;
}
