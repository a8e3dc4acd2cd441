/** What the functions know of the store. The store's own language comes first. */
export interface EmergencyFunctionSettings {
  readonly languages: readonly string[];
  /** Name of the cookie in which the store keeps a shopper's language; may be empty. */
  readonly languageCookie: string;
  /** The Content-Security-Policy that says who may show a page in a frame. */
  readonly frameAncestors: string;
  /** Those of the languages that are written from right to left. */
  readonly rtl: readonly string[];
  /** The links to a person, in HTML. */
  readonly contact: string;
  /** By language: heading, what became of the form, what to do after a payment, and the link home, in HTML. */
  readonly formTexts: Readonly<Record<string, readonly string[]>>;
}

declare global {
  /** Put in when the functions are bundled, each setting where it is read. */
  const SETTINGS: EmergencyFunctionSettings;
}
