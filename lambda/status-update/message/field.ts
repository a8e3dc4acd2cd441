/** Widest line of a message, in characters; only a URL may be wider, because it must stay whole. */
export const MAX_COLUMNS = 72;

/** Width of the names at the start of the lines. */
const NAME_COLUMNS = 9;

const TEXT_COLUMNS = MAX_COLUMNS - NAME_COLUMNS;
const PIECES = new RegExp(`.{1,${TEXT_COLUMNS}}`, 'gsu');
const CUT = '..';

/** A name and its text, wrapped under itself into at least one and at most `maxLines` lines. */
export function field(name: string, text: string, maxLines = 1): readonly string[] {
  return named(name, limited(wrap(text.split(/\s+/)), maxLines));
}

/**
 * A name and the parts of a list, wrapped between them: a part that does not fit is left out as a whole, so that no
 * phone number loses its end. Only a part that is longer than a line is wrapped itself.
 */
export function listField(name: string, parts: readonly string[], maxLines = 1): readonly string[] {
  const lines = wrapParts(parts);
  const shorter = parts.map((_, left) => wrapParts([...parts.slice(0, parts.length - left), CUT]));
  const fitting = [lines, ...shorter.slice(1)].find(({ length }) => length <= maxLines);
  return named(name, fitting ?? limited(lines, maxLines));
}

function named(name: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === 0 ? name : '').padEnd(NAME_COLUMNS) + line);
}

function wrapParts(parts: readonly string[]): readonly string[] {
  // A line break within a part would be a line that nobody counts.
  const marked = parts.map(
    (part, index) => part.trim().replace(/\s+/g, ' ') + (index < parts.length - 1 ? ' |' : ''),
  );
  return wrap(marked.flatMap((part) => ([...part].length <= TEXT_COLUMNS ? [part] : part.split(/\s+/))));
}

/** Lines of whole units; one that does not fit on a line is cut into pieces. Blank text is one dash. */
function wrap(units: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const piece of units.flatMap((unit) => unit.match(PIECES) ?? [])) {
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

/** At most as many lines, with a mark that something is missing after them. */
function limited(lines: readonly string[], maxLines: number): readonly string[] {
  return lines.length > maxLines ? [...lines.slice(0, maxLines - 1), cut(lines[maxLines - 1] ?? '')] : lines;
}

function cut(line: string): string {
  return [...line].slice(0, TEXT_COLUMNS - CUT.length).join('') + CUT;
}
