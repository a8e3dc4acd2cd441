import type { Block, Cell, Document, Link } from './document';

/** The document as GitHub-flavoured Markdown. */
export function renderMarkdown({ title, sections }: Document): string {
  const parts = sections.flatMap(({ heading, blocks }) => [
    `## ${escapeMarkdown(heading)}`,
    ...blocks.map(renderBlock),
  ]);
  return `${[`# ${escapeMarkdown(title)}`, ...parts].join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'table':
      return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
    case 'code':
      return `\`\`\`sh\n${block.text}\n\`\`\``;
    case 'link':
      return anchor(block);
    case 'buttons':
      return block.links.map((link) => `- ${anchor(link)}`).join('\n');
    case 'chart':
      return escapeMarkdown(block.alt);
  }
}

const row = (cells: readonly Cell[]): string =>
  `| ${cells.map((cell) => renderCell(cell).replaceAll('|', '\\|')).join(' | ')} |`;

function renderCell(cell: Cell): string {
  if (typeof cell === 'string') {
    return escapeMarkdown(cell);
  }
  // A row is one line, on which a shell wants semicolons.
  return 'code' in cell ? `\`${cell.code.replaceAll('\n', '; ')}\`` : anchor(cell);
}

const anchor = ({ text, url }: Link): string => `[${escapeMarkdown(text)}](<${url}>)`;

/** Text that a message carried can't turn into markup, and stays on its line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
