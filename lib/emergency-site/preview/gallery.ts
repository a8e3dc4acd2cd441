import { escapeHtml } from '../page/escape-html';
import type { PreviewState } from './preview-states';

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:2rem}
div{display:flex;gap:1rem;overflow-x:auto;padding-bottom:1rem}
figure{flex:none;margin:0}
iframe{width:390px;height:760px;border:1px solid GrayText;border-radius:.5rem;background:Canvas}
`;

/** Frames keep no connection open for this: a browser has six for one host. */
const SCRIPT = `
let first;
new EventSource('/changes').onmessage = ({ data }) => {
  if (first && first !== data) location.reload();
  first = data;
};
`;

/** Where the preview shows a state in a language; `all` is the file with every language. */
export const previewPath = (state: string, language: string): string => `/preview/${state}/${language}`;

const frame = (state: PreviewState, language: string): string => {
  const path = escapeHtml(previewPath(state.name, language));
  const title = escapeHtml(`${state.title}: ${language}`);
  return (
    `<figure><figcaption><a href="${path}">${language}</a></figcaption>` +
    `<iframe loading="lazy" src="${path}" title="${title}"></iframe></figure>`
  );
};

/** A page with every state in every language, side by side. */
export const gallery = (
  storeName: string,
  states: readonly PreviewState[],
  languages: readonly string[],
): string => {
  const rows = states.map((state) => {
    const all =
      languages.length > 1 ? `<a href="${previewPath(state.name, 'all')}">all languages in one file</a>` : '';
    const frames = languages.map((language) => frame(state, language)).join('');
    return `<section><h2>${escapeHtml(state.title)}</h2><p>${all}</p><div>${frames}</div></section>`;
  });
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Emergency page of ${escapeHtml(storeName)}</title><style>${STYLE}</style>` +
    `<h1>Emergency page of ${escapeHtml(storeName)}</h1>${rows.join('')}<script>${SCRIPT}</script></html>`
  );
};
