import type { Block, Document } from './document';

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
      return [block.head, block.head.map(() => '---'), ...block.rows].map(row).join('\n');
    case 'code':
      return `\`\`\`sh\n${block.text}\n\`\`\``;
    case 'link':
      return `[${escapeMarkdown(block.text)}](<${block.url}>)`;
    case 'chart':
      return escapeMarkdown(block.alt);
    case 'blank':
      return `_${escapeMarkdown(block.prompt)}_`;
  }
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => (cell === '---' ? cell : escapeMarkdown(cell).replaceAll('|', '\\|'))).join(' | ')} |`;

/** Text that a message carried can't turn into markup, and stays on its line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
