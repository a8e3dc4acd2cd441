/** What the emergency page says and looks like. Everything ends up inside one file. */
export interface EmergencyPageProps {
  /** The name shoppers know the store by. */
  readonly storeName: string;
  /** The store's own language, for shoppers who read none of `languages`. @default 'en' */
  readonly language?: string;
  /**
   * Every language the page speaks, as BCP 47 tags out of `en` (British: it says "basket"), `fr`, `pl`, `ru`, `zh-Hans`
   * and `zh-Hant`; `language` is one of them. Each shopper gets the one they choose, the store's address or cookie names, or their browser
   * asks for.
   * @default - `language` only
   */
  readonly languages?: readonly string[];
  /** Name of the cookie in which the store keeps a shopper's language. @default - none */
  readonly languageCookie?: string;
  /** Inline SVG markup, at most 2,048 bytes, without scripts or references. @default - the store's name in text */
  readonly logoSvg?: string;
  /** Colours in `#rrggbb` form; checked for a contrast of at least 4.5:1. @default - a neutral scheme, light and dark */
  readonly colors?: EmergencyPageColors;
  /** How shoppers reach a person. At least one of e-mail and phone. */
  readonly contact: EmergencyPageContact;
  /** Where the store keeps baskets; the page promises nothing that is not said here. @default - the page says it can't tell */
  readonly basket?: BasketPlace;
  /** What became of orders that shoppers hold a confirmation of. @default - the page says nothing of them */
  readonly confirmedOrders?: 'unaffected';
  /**
   * Paths where shoppers pay, with `*` for any characters; there the page asks them not to pay twice. Upper and lower
   * case are the same.
   * @default - any path with `checkout` or `payment` in it, and what begins like the checkout of `journey`, or of endpoints
   */
  readonly checkoutPathPatterns?: readonly string[];
  /**
   * Origins of payment providers whose pages hold a page of the shop in a frame, as for 3-D Secure: `https://` and a host,
   * with `*.` before it for every name below. The shop's own names may do so anyway.
   * @default - none
   */
  readonly paymentProviderOrigins?: readonly string[];
  /** Other places that sell the same goods and do not depend on the store. @default - none */
  readonly salesChannels?: readonly PageLink[];
  /** Where shops of brick and their opening hours are listed. `https://` only. @default - none */
  readonly shopsUrl?: string;
  /** How shoppers ask to be told when the store is back. @default - the page does not offer it */
  readonly notify?: NotifyMe;
  /** Social media, help pages. @default - none */
  readonly links?: readonly PageLink[];
  /** A thank-you for waiting. @default - none */
  readonly offer?: Offer;
  /** Where shoppers say how it was for them, during the outage and after it. `https://` only. @default - none */
  readonly feedbackUrl?: string;
  /** Public status page elsewhere. `https://` only. @default - none */
  readonly statusPageUrl?: string;
}

/** Text for shoppers: the same in every language, or one for each language that the page speaks. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** `device`: in the browser. `account`: with the account. `not-saved`: gone with the outage. */
export type BasketPlace = 'device' | 'account' | 'not-saved';

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
  /** Plain words, such as `Mon-Fri 9:00-17:00 CET`. Names of days differ by language. */
  readonly hours?: LocalizedText;
}

/** A link to another host: a marketplace, a social shop, an app, a help page. */
export interface PageLink {
  /** What the link says, in 1-80 characters. A name that is the same everywhere can be one text. */
  readonly label: LocalizedText;
  /** `https://` only, and not a name of the store, which shows this very page. */
  readonly url: string;
}

/**
 * Where "Tell me when you are back" leads: to an e-mail the shopper sends, or to a form elsewhere. The e-mail's
 * subject is in the store's own language, because its staff read it.
 */
export type NotifyMe = { readonly email: string } | { readonly url: string };

/**
 * A voucher. It is shown only while a fresh status declares an outage, so an error made on purpose doesn't show it.
 * Anybody who reads the page's source can find it, so let the promotion itself have a limit.
 */
export interface Offer {
  /** What it is and how to redeem it. 1-200 characters. */
  readonly text: LocalizedText;
  /** 1-40 characters. @default - no code */
  readonly code?: string;
  /** Until when it is shown and holds, in ISO 8601 with a zone: `2026-12-31T23:59:59Z`. @default - no end */
  readonly validUntil?: string;
  /** `https://` only. @default - none */
  readonly termsUrl?: string;
}
