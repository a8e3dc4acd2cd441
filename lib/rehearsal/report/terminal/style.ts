import type { Colors } from 'picocolors/types';

/** How a report looks. */
export interface TerminalStyle {
  readonly colors: Colors;
  /** Characters per line. Lines are wrapped between words. */
  readonly width: number;
}

/**
 * Breaks a text between words, every line indented.
 * @param first width of the first line. @default - that of the others
 */
export function wrap(text: string, indentBy: number, width: number, first = width): readonly string[] {
  const lines: string[] = [];
  const margin = ' '.repeat(indentBy);
  let line = margin;
  for (const word of text.split(' ')) {
    const room = lines.length === 0 ? first : width;
    if (line.length + word.length + 1 > room && line.trim() !== '') {
      lines.push(line);
      line = margin;
    }
    line = line.trim() === '' ? `${margin}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}

/** At most so many characters; a text that is cut shows it. */
export const cut = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`;
