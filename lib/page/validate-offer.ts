import { check, otherHostUrl, shortText } from './checks';
import type { EmergencyPageProps } from './emergency-page-props';
import { validateLocalizedText } from './validate-languages';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;
const MAX_TEXT = 200;
const MAX_CODE = 40;

const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** Where the offer stands, and what it is measured against. */
export interface OfferRule {
  readonly path: string;
  readonly storeNames: readonly string[];
  /** In epoch milliseconds. */
  readonly nowMs: number;
}

/** What is wrong with the offer. */
export function validateOffer(props: EmergencyPageProps, rule: OfferRule): string[] {
  const { path, storeNames, nowMs } = rule;
  const { offer } = props;
  if (offer === undefined) {
    return [];
  }
  const { text, code, validUntil, termsUrl } = offer;
  return [
    ...validateLocalizedText(text, { props, path: `${path}.text`, longest: MAX_TEXT }),
    ...shortText(code, `${path}.code`, MAX_CODE),
    ...check(
      validUntil,
      isInstant,
      `${path}.validUntil: must be a time in ISO 8601 with a zone, got ${validUntil}; for example 2026-12-31T23:59:59Z`,
    ),
    ...check(
      validUntil,
      (until) => !(Date.parse(until) <= nowMs),
      `${path}.validUntil: is over, got ${validUntil}; name a later time, or leave the offer out`,
    ),
    ...otherHostUrl(termsUrl, `${path}.termsUrl`, storeNames),
  ];
}
