/** Plain text in the midst of Markdown and of its tables. */
export const plainMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&').replaceAll('\n', ' ');
