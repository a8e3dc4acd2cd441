import { Token } from 'aws-cdk-lib';
import type { EmergencyPageContact, EmergencyPageProps } from './emergency-page-props';
import { availableLanguages, findStrings } from './strings/languages';
import { validateColors } from './validate-colors';
import { validateLogo } from './validate-logo';

const MAX_NAME_LENGTH = 80;
const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/;
const PHONE = /^\+?\d{3,15}$/;
const PHONE_PUNCTUATION = /[\s().\-/]/g;

type Check = (value: string) => boolean;

/** No mistake for a missing value, nor for one that is known at deployment only. */
const check = (value: string | undefined, right: Check, message: string): string[] =>
  value === undefined || Token.isUnresolved(value) || right(value) ? [] : [message];

const isShortText: Check = (text) => text.trim() !== '' && text.length <= MAX_NAME_LENGTH;

const isEmail: Check = (text) => EMAIL.test(text);

const isPhone: Check = (text) => PHONE.test(text.replace(PHONE_PUNCTUATION, ''));

const isHttpsUrl: Check = (text) => URL.canParse(text) && new URL(text).protocol === 'https:';

const shortText = (value: string | undefined, path: string): string[] =>
  check(value, isShortText, `${path}: must be text of 1 to ${MAX_NAME_LENGTH} characters, got "${value}"`);

const httpsUrl = (value: string | undefined, path: string): string[] =>
  check(value, isHttpsUrl, `${path}: must be an https:// address, got ${value}`);

const validateLanguage = (language: string | undefined, path: string): string[] => {
  if (language === undefined || findStrings(language)) return [];
  return [
    `${path}: the page is not written in this language, got ${language}; available: ${availableLanguages().join(', ')}`,
  ];
};

const validateContact = (contact: EmergencyPageContact, path: string): string[] => {
  const { email, phone, hours } = contact;
  const none = email === undefined && phone === undefined;
  return [
    ...(none
      ? [`${path}: shoppers can't reach anybody, got neither email nor phone; give at least one`]
      : []),
    ...check(email, isEmail, `${path}.email: must be one e-mail address, got ${email}`),
    ...check(
      phone,
      isPhone,
      `${path}.phone: must be 3 to 15 digits, with spaces, dots, hyphens, slashes or brackets between them and a plus before them if need be, got ${phone}`,
    ),
    ...shortText(hours, `${path}.hours`),
  ];
};

/**
 * What is wrong with the page's props, one text for each mistake; empty when nothing is. `path` is how the user
 * wrote the props, and stands at the front of each text.
 */
export const validatePage = (props: EmergencyPageProps, path = 'page'): string[] => [
  ...shortText(props.storeName, `${path}.storeName`),
  ...validateLanguage(props.language, `${path}.language`),
  ...validateLogo(props.logoSvg, `${path}.logoSvg`),
  ...validateColors(props.colors, `${path}.colors`),
  ...validateContact(props.contact, `${path}.contact`),
  ...(props.salesChannels ?? []).flatMap(({ label, url }, i) => [
    ...shortText(label, `${path}.salesChannels[${i}].label`),
    ...httpsUrl(url, `${path}.salesChannels[${i}].url`),
  ]),
  ...httpsUrl(props.statusPageUrl, `${path}.statusPageUrl`),
];
