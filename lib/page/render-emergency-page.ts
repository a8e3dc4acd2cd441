import { EMERGENCY_PAGE_MARKER } from '../../lambda/emergency-response/contract/paths';
import { builtInBundle } from '../private/bundling/built-in-bundle';
import { checkoutExpression } from './checkout-expression';
import { contentSecurityPolicy } from './content-security-policy';
import type { EmergencyPageProps } from './emergency-page-props';
import { escapeHtml, jsonForScript } from './escape-html';
import { pageBlocks } from './page-blocks';
import { collectTexts } from './page-context';
import { pageLanguages, storeLanguage } from './page-languages';
import { pageStyle } from './page-style';
import type { PageSettings } from './script/page-settings';
import { Said, type SaidStrings } from './script/said';
import { findStrings } from './strings/languages';
import type { PageStrings } from './strings/page-strings';

function stringsFor(language: string): PageStrings {
  const strings = findStrings(language);
  if (!strings) {
    throw new Error(`page.language: has no sentences, got ${language}`);
  }
  return strings;
}

/** The page's body in one language, and the texts in it. */
function written(props: EmergencyPageProps, language: string, marked: boolean) {
  const strings = stringsFor(language);
  const { text, inOrder } = collectTexts(marked);
  const subject = stringsFor(storeLanguage(props)).notifySubject.replace('{store}', () => props.storeName);
  const body = pageBlocks({ props, strings, language, alone: !marked, text }, subject);
  return { ...inOrder(body), strings };
}

const saidIn = ({ script }: PageStrings): SaidStrings =>
  Object.values(Said)
    .filter((key) => typeof key === 'string')
    .map((key) => script[key as keyof typeof Said]) as unknown as SaidStrings;

function settingsOf(props: EmergencyPageProps, languages: readonly string[]): PageSettings {
  const byLanguage = <T>(value: (language: string) => T): Record<string, T> =>
    Object.fromEntries(languages.map((language) => [language, value(language)]));
  return {
    checkout: checkoutExpression(props.checkoutPathPatterns),
    until: props.offer?.validUntil,
    said: byLanguage((language) => saidIn(stringsFor(language))),
    ...(languages.length > 1 && {
      cookie: props.languageCookie,
      texts: byLanguage((language) => written(props, language, true).texts),
      rtl: languages.filter((language) => stringsFor(language).direction === 'rtl'),
    }),
  };
}

/** The marker comes first: health checks look for it at the top. The policy comes before what it allows. */
const head = (title: string, style: string, scripts: readonly string[]): string =>
  [
    '<meta charset="utf-8">',
    `<meta name=generator ${EMERGENCY_PAGE_MARKER}>`,
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(scripts, style)}">`,
    '<meta name=viewport content="width=device-width">',
    // Without an icon of its own a page makes browsers ask the store for /favicon.ico.
    '<link rel=icon href=data:,>',
    `<style>${style}</style>`,
    `<title>${escapeHtml(title)}</title>`,
  ].join('');

/**
 * The emergency page: one HTML file without any further request but the one for the status, readable without
 * scripts. The same props give the same bytes. It speaks `languages`, the first of them before its script runs.
 *
 * @throws Error when there are no sentences in a language; `validatePage` reports that with the other mistakes
 */
export function renderEmergencyPage(
  props: EmergencyPageProps,
  languages: readonly string[] = pageLanguages(props),
): string {
  const first = languages.includes(storeLanguage(props)) ? storeLanguage(props) : (languages[0] ?? '');
  const { body, strings } = written(props, first, languages.length > 1);
  const scripts = languages.length > 1 ? [languageScript(), pageScript(props)] : [pageScript(props)];
  return [
    `<!doctype html><html lang=${first}${strings.direction === 'rtl' ? ' dir=rtl' : ''}>`,
    head(`${strings.script.heading} – ${props.storeName}`, pageStyle(props), scripts),
    body,
    `<script type=application/json id=us-settings>${jsonForScript(settingsOf(props, languages))}</script>`,
    ...scripts.map((script) => `<script>${script}</script>`),
    '\n',
  ].join('');
}

/**
 * The script that watches the store: the same bytes for every store and language, because settings and sentences are
 * in a data block. Only what belongs to an offer is left out where there is none.
 */
const pageScript = ({ offer }: Pick<EmergencyPageProps, 'offer'>): string =>
  builtInBundle(offer === undefined ? 'page/main' : 'page/main-with-offer');

/** The script that chooses and switches the language, for a file that speaks several. It runs before the other. */
const languageScript = (): string => builtInBundle('page/languages');
