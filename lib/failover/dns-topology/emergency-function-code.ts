import type { EmergencyFunctionSettings } from '../../../lambda/emergency-response/contract/settings';
import type { EmergencyPageProps } from '../../page/emergency-page-props';
import { escapeHtml } from '../../page/escape-html';
import { joined } from '../../page/page-context';
import { phoneAddress } from '../../page/page-details';
import { pageLanguages, storeLanguage } from '../../page/page-languages';
import { findStrings } from '../../page/strings/languages';
import { edgeFunctionCode } from '../../private/bundling/edge-function-code';

/**
 * Text as HTML in ASCII only. AWS does not say in which encoding a function's code and the bodies that it makes are
 * read.
 */
const asciiHtml = (text: string): string =>
  escapeHtml(text).replace(/[^\x20-\x7e]/gu, (character) => `&#${character.codePointAt(0)};`);

function formTexts(language: string): readonly string[] {
  const strings = findStrings(language);
  if (!strings) {
    throw new Error(`page.languages: has no sentences, got ${language}`);
  }
  const { script, notReceived, payment, home } = strings;
  return [script.heading, notReceived, payment, home].map(asciiHtml);
}

/** How to reach a person, without labels: a phone number and an e-mail address say what they are. */
function contactLinks({ contact: { phone, email } }: EmergencyPageProps): string {
  const asciiLink = (address: string, label: string) =>
    `<a href="${asciiHtml(address)}">${asciiHtml(label)}</a>`;
  return joined(phone && asciiLink(phoneAddress(phone), phone), email && asciiLink(`mailto:${email}`, email));
}

/** What the functions have to know of the page, and who may show it in a frame. */
export function emergencyFunctionSettings(
  page: EmergencyPageProps,
  frameAncestors: string,
): EmergencyFunctionSettings {
  const own = storeLanguage(page);
  const languages = [own, ...pageLanguages(page).filter((language) => language !== own)];
  return {
    languages,
    languageCookie: page.languageCookie ?? '',
    frameAncestors,
    rtl: languages.filter((language) => findStrings(language)?.direction === 'rtl'),
    contact: contactLinks(page),
    formTexts: Object.fromEntries(languages.map((language) => [language, formTexts(language)])),
  };
}

/** What one of the functions runs on. */
export type EmergencyEvent = 'viewer-request' | 'viewer-response';

/**
 * The code of one of the CloudFront Functions, with what it imports.
 * @throws Error at synth, when the code is larger than CloudFront allows
 */
export const emergencyFunctionCode = (event: EmergencyEvent, settings: EmergencyFunctionSettings): string =>
  edgeFunctionCode({
    name: `emergency-response/${event}` as const,
    variable: 'SETTINGS',
    settings,
    tooLarge: (bytes, most) =>
      `page.languages: make the ${event} function too large, got ${bytes} bytes; at most ${most}, so name fewer`,
  });
