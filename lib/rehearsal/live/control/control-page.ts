import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColorScheme, darkScheme, lightScheme } from '../../../page/color-scheme';
import { escapeHtml } from '../../../page/escape-html';
import { BASE_STYLE } from '../../report/base-style';
import { controlSections } from './control-sections';
import type { ControlState } from './control-state';

const SCRIPT = readFileSync(join(__dirname, 'control-script.js'), 'utf8');

const variables = (scheme: ColorScheme): string =>
  Object.entries(scheme)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');

/** The emergency page's own colours, as a store has them that chose none. */
const STYLE = [
  `:root{color-scheme:light dark;${variables(lightScheme())}}`,
  `@media (prefers-color-scheme:dark){:root{${variables(darkScheme())}}}`,
  BASE_STYLE,
  readFileSync(join(__dirname, 'control-style.css'), 'utf8'),
].join('\n');

const hashSource = (source: string): string =>
  `'sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}'`;

/** Exactly this script and this style, requests to this page's own server, and no other page around it. */
export const CONTROL_PAGE_POLICY = [
  "default-src 'none'",
  `script-src ${hashSource(SCRIPT)}`,
  `style-src ${hashSource(STYLE)}`,
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The control page: what a live rehearsal is like at this moment, and the two buttons.
 * @param token proves that a button was pressed on this page
 */
export function controlPage(state: ControlState, token: string): string {
  const sections = controlSections(state);
  const live = (id: string, heading: string, attributes = ''): string =>
    `<section class="card"><h2>${heading}</h2><div id="${id}" ${attributes}>${sections[id]}</div></section>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Rehearsal of ${escapeHtml(state.domainName)}</title>
<link rel="icon" href="data:,">
<noscript><meta http-equiv="refresh" content="5"></noscript>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Rehearsal of ${escapeHtml(state.domainName)}</h1><p id="clock">${sections['clock']}</p></header>
<main>
<div class="column">
<section class="card main"><h2>Store</h2>
<p id="store" role="status">${sections['store']}</p>
<div class="actions">${button('kill', 'Kill the store', { token, works: state.store.running })}${button('restart', 'Restart the store', { token, works: !state.store.running })}</div>
<h3>As a shopper saw it last</h3>
<p id="visit">${sections['visit']}</p>
<p><a href="${escapeHtml(state.shopUrl)}" target="_blank">Open the shop</a></p>
<p class="note" id="problem" role="alert"></p>
</section>
${live('alarms', 'Alarms')}
${live('dns', 'What DNS answers')}
${live('health-checks', 'Health checks')}
</div>
<div class="column">
${live('inbox', 'On-call inbox', 'class="scroll" tabindex="0" role="region" aria-label="On-call inbox"')}
${live('timeline', 'Timeline', 'class="scroll" tabindex="0" role="region" aria-label="Timeline"')}
</div>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** One that would do nothing keeps the focus, and says so: `disabled` would lose it under a finger. */
const button = (
  action: string,
  label: string,
  { token, works }: { readonly token: string; readonly works: boolean },
): string =>
  `<form method="post" action="/${action}"><input type="hidden" name="token" value="${token}">` +
  `<button class="button ${action}" aria-disabled="${!works}">${label}</button></form>`;
