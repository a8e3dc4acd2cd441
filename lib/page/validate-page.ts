import { wallNowMs } from '../../lambda/shared/contract/wall-clock';
import { check, emailAddress, otherHostUrl, shortText } from './checks';
import type { EmergencyPageProps, NotifyMe, PageLink } from './emergency-page-props';
import { validateColors } from './validate-colors';
import { validateLanguages, validateLocalizedText } from './validate-languages';
import { validateLogo } from './validate-logo';
import { validateOffer } from './validate-offer';
import { validatePaymentOrigins } from './validate-payment-origins';

const PHONE = /^\+?\d{3,15}$/;
const PHONE_PUNCTUATION = /[\s().\-/]/g;

/** Where the page's props stand, and which host names show the page while the store is closed. */
export interface ValidatePageOptions {
  /** How the user wrote the props; stands at the front of each text. @default 'page' */
  readonly path?: string;
  /** @default - none, so that every https:// address is accepted */
  readonly storeNames?: readonly string[];
  /** In epoch milliseconds. @default - the clock of this device */
  readonly nowMs?: number;
}

const isPhone = (text: string): boolean => PHONE.test(text.replace(PHONE_PUNCTUATION, ''));

function validateContact(props: EmergencyPageProps, path: string): string[] {
  const { email, phone, hours } = props.contact;
  const none = email === undefined && phone === undefined;
  return [
    ...(none
      ? [`${path}: shoppers can't reach anybody, got neither email nor phone; give at least one`]
      : []),
    ...emailAddress(email, `${path}.email`),
    ...check(
      phone,
      isPhone,
      `${path}.phone: must be 3 to 15 digits, with spaces, dots, hyphens, slashes or brackets between them and a plus before them if need be, got ${phone}`,
    ),
    ...validateLocalizedText(hours, { props, path: `${path}.hours`, longest: 80 }),
  ];
}

const validateCheckoutPathPatterns = (patterns: readonly string[] = [], path: string): string[] =>
  patterns.flatMap((pattern, i) =>
    check(
      pattern,
      (text) => /^[/*]/.test(text),
      `${path}[${i}]: must begin with a slash or an asterisk, got "${pattern}"; for example /checkout*`,
    ),
  );

const validateLinks = (
  props: EmergencyPageProps,
  links: readonly PageLink[] = [],
  { path, storeNames }: { readonly path: string; readonly storeNames: readonly string[] },
): string[] =>
  links.flatMap(({ label, url }, i) => [
    ...validateLocalizedText(label, { props, path: `${path}[${i}].label`, longest: 80 }),
    ...otherHostUrl(url, `${path}[${i}].url`, storeNames),
  ]);

function validateNotify(notify: NotifyMe | undefined, path: string, storeNames: readonly string[]): string[] {
  if (notify === undefined) {
    return [];
  }
  return 'url' in notify
    ? otherHostUrl(notify.url, `${path}.url`, storeNames)
    : emailAddress(notify.email, `${path}.email`);
}

/** What is wrong with the page's props, one text for each mistake; empty when nothing is. */
export function validatePage(props: EmergencyPageProps, options: ValidatePageOptions = {}): string[] {
  const { path = 'page', storeNames = [], nowMs = wallNowMs() } = options;
  const url = (value: string | undefined, name: string): string[] =>
    otherHostUrl(value, `${path}.${name}`, storeNames);
  return [
    ...shortText(props.storeName, `${path}.storeName`),
    ...validateLanguages(props, path),
    ...validateLogo(props.logoSvg, `${path}.logoSvg`),
    ...validateColors(props.colors, `${path}.colors`),
    ...validateContact(props, `${path}.contact`),
    ...validateCheckoutPathPatterns(props.checkoutPathPatterns, `${path}.checkoutPathPatterns`),
    ...validatePaymentOrigins(props.paymentProviderOrigins, `${path}.paymentProviderOrigins`),
    ...validateLinks(props, props.salesChannels, { path: `${path}.salesChannels`, storeNames }),
    ...url(props.shopsUrl, 'shopsUrl'),
    ...validateNotify(props.notify, `${path}.notify`, storeNames),
    ...validateLinks(props, props.links, { path: `${path}.links`, storeNames }),
    ...validateOffer(props, { path: `${path}.offer`, storeNames, nowMs }),
    ...url(props.feedbackUrl, 'feedbackUrl'),
    ...url(props.statusPageUrl, 'statusPageUrl'),
  ];
}
