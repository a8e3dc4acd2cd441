import { type ColorScheme, darkScheme, lightScheme } from './color-scheme';
import type { EmergencyPageProps } from './emergency-page-props';

/** `#ffffff` as `#fff`. */
const short = (color: string): string => color.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');

/** `a` is the accent and `b` the background: one letter each, because they stand in the page often. */
const variables = ({ accent, background, text }: ColorScheme): string =>
  `--a:${short(accent)};--b:${short(background)};color:${short(text)}`;

/** Without `light-dark()`, which phones that are a few years old don't know. */
const colorRules = (light: ColorScheme, dark: ColorScheme): string => `
:root{color-scheme:light dark;background:var(--b);${variables(light)}}
@media(prefers-color-scheme:dark){:root{${variables(dark)}}}
`;

/**
 * One column, two where there is room for them side by side. The first visible one of the first three times is large:
 * it says when; `:has()` would say it better, but old phones don't know it.
 */
const RULES = `
*{margin:0;padding:0}
body{border-top:6px solid var(--a);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:36rem;margin:auto;padding:1rem}
h1,h2{line-height:1.2;text-wrap:balance}
h1{font-size:1.75rem;margin:.75rem 0}
h2,#us-status,header p{font-size:1.25rem;font-weight:700}
section{margin-bottom:1.25rem;break-inside:avoid}
p,ul,dl{margin:.5rem 0;list-style:none}
.panel{border-inline-start:6px solid var(--a);padding:0 1rem}
#us-warning{padding:1rem;border:2px solid red}
dl div,ul,footer{display:flex;flex-wrap:wrap;gap:0 1rem}
dt{flex:1 auto}
.when{font-size:1.5rem;font-weight:700}
.when div:not([hidden])~div,dt{font-size:1rem;font-weight:400}
:empty{margin:0}
a{display:inline-block;color:var(--a)}
li{padding:.25rem 0}
button{all:unset;padding:.5rem 0;text-decoration:underline}
.button{display:block;margin:.5rem 0;padding:.5rem 1rem;border:2px solid var(--a);border-radius:.5rem;font-weight:700;text-align:center;text-decoration:none}
h2+a{background:var(--a);color:var(--b)}
footer{border-top:1px solid}
[aria-current=true]{color:inherit;text-decoration:none}
[hidden]{display:none!important}
@media(min-width:60rem){main{columns:2;gap:4rem;max-width:68rem}header,footer{column-span:all}h1{font-size:2.5rem}}
@media print{*,a{color:#000}#us-check,button{display:none}a[href^=http]::after{content:" "attr(href)}}
`;

const LOGO_RULES = `
.brand svg{display:block;max-width:100%;height:auto;max-height:4rem}
.name{position:absolute;clip-path:inset(50%)}
@media (forced-colors:active){.brand svg{fill:currentColor}}
`;

const OFFER_RULES = `
.offer{padding:1rem;border:2px dashed var(--a)}
`;

/** The page's style block, in the store's colours for light and for dark. */
export const pageStyle = ({ colors, logoSvg, offer }: EmergencyPageProps): string =>
  [
    colorRules(lightScheme(colors), darkScheme(colors)),
    RULES,
    logoSvg ? LOGO_RULES : '',
    offer ? OFFER_RULES : '',
  ]
    .join('')
    .replaceAll('\n', '');
