/** Widest line of a message, in characters; only a URL may be wider, because it must stay whole. */
export const MAX_COLUMNS = 72;

/** Width of the names at the start of the lines. */
const NAME_COLUMNS = 9;

const TEXT_COLUMNS = MAX_COLUMNS - NAME_COLUMNS;
const PIECES = new RegExp(`.{1,${TEXT_COLUMNS}}`, 'gsu');
const CUT = '..';

/** A name and its text, wrapped under itself into at least one and at most `maxLines` lines. */
export function field(name: string, text: string, maxLines = 1): readonly string[] {
  const lines = wrap(text);
  const kept =
    lines.length > maxLines ? [...lines.slice(0, maxLines - 1), cut(lines[maxLines - 1] ?? '')] : lines;
  return kept.map((line, index) => (index === 0 ? name : '').padEnd(NAME_COLUMNS) + line);
}

/** Lines of whole words; a word that does not fit on a line is cut into pieces. Blank text is one dash. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const piece of text.split(/\s+/).flatMap((word) => word.match(PIECES) ?? [])) {
    const longer = `${lines.at(-1)} ${piece}`;
    if (lines.length > 0 && [...longer].length <= TEXT_COLUMNS) {
      lines.pop();
      lines.push(longer);
    } else {
      lines.push(piece);
    }
  }
  return lines.length === 0 ? ['-'] : lines;
}

/** The line with a mark that something is missing after it. */
function cut(line: string): string {
  return [...line].slice(0, TEXT_COLUMNS - CUT.length).join('') + CUT;
}
