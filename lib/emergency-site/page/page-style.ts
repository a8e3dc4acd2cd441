import { type ColorScheme, darkScheme, lightScheme } from './color-scheme';
import type { EmergencyPageColors } from './emergency-page-props';

/** One letter each: they stand in the page dozens of times. */
const NAMES: Readonly<Record<keyof ColorScheme, string>> = {
  canvas: 'c',
  background: 'b',
  text: 't',
  muted: 'm',
  accent: 'a',
  line: 'l',
};

const variables = (scheme: ColorScheme): string =>
  (Object.keys(NAMES) as (keyof ColorScheme)[]).map((name) => `--${NAMES[name]}:${scheme[name]}`).join(';');

const RULES = `
*{box-sizing:border-box;margin:0}
body{background:var(--c);color:var(--t);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:42rem;margin:auto;padding:1.5rem 1.25rem 2rem;background:var(--b);border-top:.375rem solid var(--a)}
.brand{font-weight:700;font-size:1.25rem;margin-bottom:2rem}
.brand svg{display:block;max-width:100%;height:auto;max-height:4rem}
.name{position:absolute;clip-path:inset(50%)}
h1{font-size:clamp(1.625rem,1.2rem + 2.2vw,2.25rem);line-height:1.2;text-wrap:balance;margin-bottom:.75rem}
h2{font-size:1.1875rem;margin-top:2rem}
p,ul,dl{margin:.5rem 0;padding:0}
.lead{font-size:1.1875rem}
.panel{border:1px solid var(--l);border-inline-start:.375rem solid var(--a);border-radius:.375rem;padding:1rem 1.25rem;margin:1.5rem 0}
.panel h2{margin:0}
#us-status,.links{font-weight:600}
dl div{display:flex;flex-wrap:wrap;gap:0 .5rem;margin:.25rem 0}
dt,.note{color:var(--m)}
dt{min-width:min(9.5rem,100%)}
.note,footer{font-size:.9375rem}
:empty{margin:0}
li{list-style:none}
a{color:var(--a);text-underline-offset:.2em}
.button{display:inline-block;padding:.5625rem 1.25rem;margin:.25rem 0;margin-inline-end:.5rem;border:2px solid var(--a);border-radius:.375rem;background:none;color:var(--a);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.main{background:var(--a);color:var(--b)}
a:hover,.button:hover{text-decoration:underline .16em}
:focus-visible{outline:3px solid var(--a);outline-offset:3px}
.links li{border-top:1px solid var(--l)}
.links a{display:block;padding:.75rem 0;text-decoration:none}
footer{margin-top:2rem;border-top:1px solid var(--l)}
footer ul{display:flex;flex-wrap:wrap;gap:0 1.25rem}
footer a{display:block;padding:.25rem 0}
[aria-current=true]{color:var(--t);font-weight:600;text-decoration:none}
[hidden]{display:none!important}
@media (min-width:46rem){main{margin:3rem auto;padding:2.5rem 3.5rem;border-radius:.5rem}}
@media (forced-colors:active){.brand svg{fill:currentColor}}
@media print{*{background:none!important;color:#000!important}.button,#us-auto{display:none}a[href^=http]::after{content:" (" attr(href) ")"}}
`;

/** The page's style block, in the store's colours for light and for dark. */
export const pageStyle = (colors?: EmergencyPageColors): string =>
  `:root{color-scheme:light dark;${variables(lightScheme(colors))}}` +
  `@media (prefers-color-scheme:dark){:root{${variables(darkScheme(colors))}}}${RULES.replaceAll('\n', '')}`;
