/** Widest line of a message, in characters; only a URL may be wider, because it must stay whole. */
export const MAX_COLUMNS = 72;

/** Width of the names at the start of the lines. */
const NAME_COLUMNS = 9;

/** A name and its text, wrapped under itself; never empty. A word that does not fit on a line is cut into pieces. */
export function field(name: string, text: string): readonly string[] {
  const width = MAX_COLUMNS - NAME_COLUMNS;
  const pieces = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []);
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)} ${piece}`;
    if (lines.length > 0 && longer.length <= width) {
      lines.pop();
      lines.push(longer);
    } else {
      lines.push(piece);
    }
  }
  return (lines.length === 0 ? ['-'] : lines).map(
    (line, index) => (index === 0 ? name : '').padEnd(NAME_COLUMNS) + line,
  );
}
