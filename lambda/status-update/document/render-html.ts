import type { Block, Document } from './document';

/** Readable on a phone at night and on paper; nothing is loaded from anywhere. */
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:0 auto;padding:1rem}',
  'table{border-collapse:collapse;width:100%}',
  'th,td{border:1px solid #8888;padding:.25rem .5rem;text-align:left;vertical-align:top}',
  'pre{overflow-x:auto;padding:.5rem;border:1px solid #8888}',
  'figure{margin:1rem 0}svg{width:100%;height:auto}',
  '.blank{border:1px dashed #888;padding:.5rem;font-style:italic}',
].join('');

/** The document as one HTML file. */
export function renderHtml({ title, sections }: Document): string {
  const body = sections.map(
    ({ heading, blocks }) =>
      `<section><h2>${escapeHtml(heading)}</h2>\n${blocks.map(renderBlock).join('\n')}\n</section>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1>`,
    ...body,
    '</main></body></html>',
    '',
  ].join('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return `<table><thead>${row('th', block.head)}</thead><tbody>${block.rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
    case 'link':
      return `<p><a href="${escapeHtml(block.url)}">${escapeHtml(block.text)}</a></p>`;
    case 'chart':
      return `<figure role="img" aria-label="${escapeHtml(block.alt)}">${block.svg}</figure>`;
    case 'blank':
      return `<p class="blank">${escapeHtml(block.prompt)}</p>`;
  }
}

const row = (cell: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>`;

/** Text that is safe inside elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
