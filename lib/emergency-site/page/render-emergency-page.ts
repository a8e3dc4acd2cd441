import { EMERGENCY_PAGE_MARKER, EMERGENCY_PAGE_PATH, STATUS_PATH } from '../paths';
import { contentSecurityPolicy } from './content-security-policy';
import type { EmergencyPageProps } from './emergency-page-props';
import { escapeHtml, jsonForScript } from './escape-html';
import { pageBlocks } from './page-blocks';
import { pageScript } from './page-script';
import { pageStyle } from './page-style';
import type { PageSettings } from './script/page-settings';
import { DEFAULT_LANGUAGE, findStrings } from './strings/languages';
import type { PageStrings } from './strings/page-strings';

const settingsOf = (language: string, strings: PageStrings): PageSettings => ({
  language,
  statusPath: STATUS_PATH,
  pagePath: EMERGENCY_PAGE_PATH,
  strings: strings.script,
});

/** The marker comes first: health checks look for it at the top. The policy comes before what it allows. */
const head = (title: string, style: string, script: string): string =>
  [
    '<meta charset="utf-8">',
    `<meta name="generator" ${EMERGENCY_PAGE_MARKER}>`,
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(script, style)}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    // Without an icon of its own a page makes browsers ask the store for /favicon.ico.
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
  ].join('\n');

/**
 * The emergency page: one HTML file without any further request but the one for the status, readable without
 * scripts. The same props give the same bytes.
 *
 * @throws Error when there are no sentences in `language`; `validatePage` reports that with the other mistakes
 */
export const renderEmergencyPage = (props: EmergencyPageProps): string => {
  const language = props.language ?? DEFAULT_LANGUAGE;
  const strings = findStrings(language);
  if (!strings) throw new Error(`page.language: has no sentences, got ${language}`);
  const [script, style] = [pageScript(), pageStyle(props.colors)];
  const title = strings.title.replace('{store}', () => props.storeName);
  return [
    `<!doctype html>\n<html lang="${language}" dir="${strings.direction}">\n<head>`,
    head(title, style, script),
    `</head>\n<body>\n${pageBlocks(props, strings)}`,
    `<script type="application/json" id="us-settings">${jsonForScript(settingsOf(language, strings))}</script>`,
    `<script>${script}</script>\n</body>\n</html>\n`,
  ].join('\n');
};
