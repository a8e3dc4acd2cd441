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

/** Grey that lets something of the background through makes the canvas behind the card, and the lines on it. */
const RULES = `
*{margin:0;padding:0}
body{background:#8882;font:1.1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:36rem;margin:auto;padding:2rem 5%;background:var(--b);border-top:6px solid var(--a)}
h1,h2{margin-top:2rem;line-height:1.2;text-wrap:balance}
h1{font-size:1.75rem}
h2{font-size:1.25rem}
p,ul,dl,div{margin:.5rem 0;list-style:none}
.panel{border-inline-start:6px solid var(--a);padding:0 1rem;margin:2rem 0}
.panel h2{margin:0}
dl div,footer ul{display:flex;flex-wrap:wrap;gap:0 1rem}
dt{flex:1 9rem}
dd{flex:2 12rem}
:empty{margin:0}
a{color:var(--a)}
.button{display:inline-block;padding:.5rem 1rem;margin:.5rem 0;margin-inline-end:.5rem;border:2px solid var(--a);background:none;color:var(--a);font:inherit;text-decoration:none}
.main{background:var(--a);color:var(--b)}
:focus-visible{outline:3px solid var(--a);outline-offset:3px}
li a{display:block;padding:.5rem 0}
footer{border-top:1px solid #8886;margin-top:2rem}
[aria-current=true]{color:inherit;text-decoration:none}
[hidden]{display:none}
@media print{*,a{color:#000}.button,#us-auto{display:none}a[href^=http]::after{content:" (" attr(href) ")"}}
`;

const LOGO_RULES = `
.brand svg{display:block;max-width:100%;height:auto;max-height:4rem}
.name{position:absolute;clip-path:inset(50%)}
@media (forced-colors:active){.brand svg{fill:currentColor}}
`;

/** The page's style block, in the store's colours for light and for dark. */
export const pageStyle = ({ colors, logoSvg }: EmergencyPageProps): string =>
  [colorRules(lightScheme(colors), darkScheme(colors)), RULES, logoSvg ? LOGO_RULES : '']
    .join('')
    .replaceAll('\n', '');
