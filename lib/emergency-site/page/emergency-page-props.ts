/** What the emergency page says and looks like. Everything ends up inside one file. */
export interface EmergencyPageProps {
  /** The name shoppers know the store by. */
  readonly storeName: string;
  /** Language of the page. @default 'en' */
  readonly language?: string;
  /** Inline SVG markup, at most 2,048 bytes, without scripts or references. @default - the store's name in text */
  readonly logoSvg?: string;
  /** Colours in `#rrggbb` form; checked for a contrast of at least 4.5:1. @default - a neutral scheme, light and dark */
  readonly colors?: EmergencyPageColors;
  /** How shoppers reach a person. At least one of e-mail and phone. */
  readonly contact: EmergencyPageContact;
  /** Other places that sell the same goods and do not depend on the store. @default - none */
  readonly salesChannels?: readonly SalesChannel[];
  /** Public status page elsewhere. @default - none */
  readonly statusPageUrl?: string;
}

/** Brand colours. */
export interface EmergencyPageColors {
  /** Links and buttons, on `background`. */
  readonly accent: string;
  /** @default '#ffffff' */
  readonly background?: string;
  /** @default '#1a1a1a' */
  readonly text?: string;
}

/** How shoppers reach a person. */
export interface EmergencyPageContact {
  readonly email?: string;
  /** As people write it; the link keeps digits and a leading plus. */
  readonly phone?: string;
  /** Plain words, such as `Mon-Fri 9:00-17:00 CET`. */
  readonly hours?: string;
}

/** A marketplace, a social shop, an app. */
export interface SalesChannel {
  readonly label: string;
  /** `https://` only. */
  readonly url: string;
}
