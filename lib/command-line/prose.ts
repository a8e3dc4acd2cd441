/** A text of several lines in the code as paragraphs: the terminal's width decides where lines break. */
export const prose = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' '))
    .join('\n\n');
