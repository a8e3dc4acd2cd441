import { escapeHtml } from '../../page/escape-html';
import { type Look, SCHEMES, type Scheme, WINDOWS } from './preview-look';
import type { PreviewState } from './preview-states';

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:2rem}
nav{position:sticky;top:0;z-index:1;background:Canvas;padding:.5rem 0}
nav a{margin-right:1rem}
[aria-current]{font-weight:700;text-decoration:none}
div{display:flex;gap:1rem;overflow-x:auto;padding-bottom:1rem}
figure{flex:none;margin:0}
iframe{border:1px solid GrayText;border-radius:.5rem;background:Canvas}
`;

/** Frames keep no connection open for this: a browser has six for one host. */
const SCRIPT = `
let first;
new EventSource('/changes').onmessage = ({ data }) => {
  if (first && first !== data) location.reload();
  first = data;
};
`;

/** Where the preview shows a state in a language, and in a scheme; `all` is the file with every language. */
export const previewPath = (state: string, language: string, scheme?: Scheme): string =>
  ['/preview', state, language, ...(scheme ? [scheme] : [])].join('/');

/** A window larger than a phone's is shown at half its size. */
function frame(state: PreviewState, language: string, scheme: Scheme, { width, height }: Look['window']) {
  const path = escapeHtml(previewPath(state.name, language, scheme));
  const title = escapeHtml(`${state.title}: ${language}, ${scheme}`);
  const zoom = width > 400 ? ';zoom:.5' : '';
  return (
    `<figure><figcaption><a href="${path}">${language}, ${scheme}</a></figcaption>` +
    `<iframe loading="lazy" src="${path}" title="${title}" style="width:${width}px;height:${height}px${zoom}"></iframe></figure>`
  );
}

function choice(label: string, { window, scheme }: Look, current: boolean): string {
  const address = `/?width=${window.width}${scheme ? `&amp;scheme=${scheme}` : ''}`;
  return `<a href="${address}"${current ? ' aria-current="true"' : ''}>${label}</a>`;
}

/** Links to the other widths and schemes. */
function choices(look: Look): string {
  const widths = WINDOWS.map((window) =>
    choice(`${window.width} px`, { ...look, window }, window === look.window),
  );
  const schemes = [undefined, ...SCHEMES].map((scheme) =>
    choice(scheme ?? 'both schemes', { ...look, scheme }, scheme === look.scheme),
  );
  return `<nav>${widths.join('')} ${schemes.join('')}</nav>`;
}

/** What the gallery shows. */
export interface GalleryProps {
  readonly storeName: string;
  readonly states: readonly PreviewState[];
  readonly languages: readonly string[];
}

/** A page with every state in every language, side by side. */
export function gallery({ storeName, states, languages }: GalleryProps, look: Look): string {
  const rows = states.map((state) => {
    const all =
      languages.length > 1 ? `<a href="${previewPath(state.name, 'all')}">all languages in one file</a>` : '';
    const schemes = look.scheme ? [look.scheme] : SCHEMES;
    const frames = languages
      .flatMap((language) => schemes.map((scheme) => frame(state, language, scheme, look.window)))
      .join('');
    return `<section><h2>${escapeHtml(state.title)}</h2><p>${all}</p><div>${frames}</div></section>`;
  });
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Emergency page of ${escapeHtml(storeName)}</title><style>${STYLE}</style>` +
    `<h1>Emergency page of ${escapeHtml(storeName)}</h1>${choices(look)}${rows.join('')}<script>${SCRIPT}</script></html>`
  );
}
