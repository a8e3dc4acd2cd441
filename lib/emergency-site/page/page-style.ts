import { type ColorScheme, darkScheme, lightScheme } from './color-scheme';
import type { EmergencyPageColors } from './emergency-page-props';

const variables = (scheme: ColorScheme): string =>
  Object.entries(scheme)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');

const RULES = `
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1.25rem 2rem;background:var(--background);border-top:.375rem solid var(--accent);min-height:100vh}
.brand{margin:0 0 2rem;font-weight:700;font-size:1.25rem;letter-spacing:-.01em}
.brand svg{display:block;max-width:100%;height:auto;max-height:4rem}
.name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
h1{margin:0 0 .75rem;font-size:clamp(1.625rem,1.2rem + 2.2vw,2.25rem);line-height:1.2;letter-spacing:-.02em;text-wrap:balance}
h2{margin:2rem 0 .5rem;font-size:1.1875rem;line-height:1.3}
p,ul,dl{margin:.5rem 0}
.lead{font-size:1.1875rem;margin-bottom:1.5rem}
.panel{border:1px solid var(--line);border-inline-start:.375rem solid var(--accent);border-radius:.375rem;padding:1rem 1.25rem;margin:1.5rem 0}
.panel h2{margin-top:0}
.panel>:last-child{margin-bottom:0}
[role=status]:empty{display:none}
#us-status{font-weight:600}
dl div{display:flex;flex-wrap:wrap;gap:0 .5rem}
dt,.note,footer{color:var(--muted)}
dt{min-width:7rem}
dd{margin:0}
.note{font-size:.9375rem}
ul{list-style:none;padding:0}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:.08em}
a:hover{text-decoration-thickness:.16em}
.button{display:inline-block;min-height:2.75rem;padding:.5625rem 1.25rem;margin:.25rem .5rem .25rem 0;border:2px solid var(--accent);border-radius:.375rem;background:none;color:var(--accent);font:inherit;font-weight:600;line-height:1.4;text-decoration:none;cursor:pointer}
.button:hover{text-decoration:underline}
.main{background:var(--accent);color:var(--background)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:.25rem}
.links li{border-top:1px solid var(--line)}
.links li:last-child{border-bottom:1px solid var(--line)}
.links a{display:flex;justify-content:space-between;gap:1rem;padding:.75rem 0;font-weight:600;text-decoration:none}
.links a:hover{text-decoration:underline}
.links a::after{content:"\\2192"/""}
[dir=rtl] .links a::after{content:"\\2190"/""}
.contact li{padding:.25rem 0}
footer{margin-top:2.5rem;font-size:.9375rem}
[hidden]{display:none!important}
@media (min-width:46rem){main{min-height:0;margin:3rem auto;padding:2.5rem 3.5rem 3rem;border-radius:.5rem}}
@media (forced-colors:active){.button{border-color:ButtonText}.brand svg{fill:currentColor}}
@media print{body,main{background:#fff;color:#000}main{margin:0;padding:0;border:0}.button,#us-auto{display:none}a{color:#000}a[href^=http]::after{content:" (" attr(href) ")"}.links a{display:block}}
`;

/** The page's style block, in the store's colours for light and for dark. */
export const pageStyle = (colors?: EmergencyPageColors): string =>
  [
    `:root{color-scheme:light dark;${variables(lightScheme(colors))}}`,
    `@media (prefers-color-scheme:dark){:root{${variables(darkScheme(colors))}}}`,
    RULES.trim(),
  ].join('\n');
