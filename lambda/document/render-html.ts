import type { Block, Cell, Document, Link, Section } from './document';

/**
 * Readable on a phone at night and on paper; nothing is loaded from anywhere. Where a table has no room side by side, each
 * row is a card, and each cell says what it is.
 */
const STYLE = [
  ':root{color-scheme:light dark;background:Canvas;color:CanvasText}',
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}',
  'h1{font-size:1.5rem;line-height:1.2}h2{font-size:1.2rem}p{margin:.5rem 0}',
  'table{border-collapse:collapse;width:100%}',
  'th,td{border:1px solid #8888;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}',
  'pre{padding:.5rem;border:1px solid #8888}code{white-space:pre-wrap;font-size:.875rem;overflow-wrap:anywhere}',
  'p>a{display:inline-block;padding:.25rem 0}',
  '.button{display:block;margin:.5rem 0;padding:.75rem 1rem;border:2px solid;border-radius:.5rem;text-align:center;font-weight:700;text-decoration:none}',
  'figure{margin:1rem 0}svg{width:100%;max-width:36rem;height:auto}',
  '@media(max-width:40rem){thead{display:none}tr,td{display:block}tr{border:1px solid #8888;margin:.5rem 0}td{border:0}td:empty{display:none}td::before{content:attr(data-is)": ";font-weight:700}}',
].join('');

/** The document as one HTML file. Its own address may be known to few, so no link tells it. */
export function renderHtml({ title, sections }: Document): string {
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1>`,
    ...sections.map(renderSection),
    '</main></body></html>',
    '',
  ].join('\n');
}

function renderSection({ heading, id, blocks }: Section): string {
  const start = id === undefined ? '<section>' : `<section id="${escapeHtml(id)}">`;
  return `${start}<h2>${escapeHtml(heading)}</h2>\n${blocks.map(renderBlock).join('\n')}\n</section>`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return renderTable(block);
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
    case 'link':
      return `<p>${anchor(block)}</p>`;
    case 'buttons':
      return block.links.map((link) => anchor(link, ' class="button"')).join('\n');
    case 'chart':
      return `<figure role="img" aria-label="${escapeHtml(block.alt)}">${block.svg}</figure>`;
  }
}

function renderTable({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const titles = head.map((title) => `<th>${escapeHtml(title)}</th>`).join('');
  const cells = (row: readonly Cell[]) =>
    row
      .map((cell, column) => `<td data-is="${escapeHtml(head[column] ?? '')}">${renderCell(cell)}</td>`)
      .join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
  return `<table><thead><tr>${titles}</tr></thead><tbody>${body}</tbody></table>`;
}

function renderCell(cell: Cell): string {
  if (typeof cell === 'string') {
    return escapeHtml(cell);
  }
  return 'code' in cell ? `<code>${escapeHtml(cell.code)}</code>` : anchor(cell);
}

const anchor = ({ text, url }: Link, attributes = ''): string =>
  `<a href="${escapeHtml(url)}"${attributes}>${escapeHtml(text)}</a>`;

/** Text that is safe inside elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
