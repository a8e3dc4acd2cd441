import { CliError } from '../../command-line/cli-error';

/** What made `status` speak, before `announce` did. */
const SPEAKING = /^(-y|--yes|--state|--text|--expected-back|--next-update)(=|$)/;
/** Options of `status` that are followed by a value. */
const PLACES = ['--stack', '--store'];

/**
 * Refuses a command line of an older version and names the new one: runbooks and wikis outlive versions.
 * @throws CliError
 */
export function requirePresentCommand([name, ...args]: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    return;
  }
  if (name === 'retract') {
    throw renamed('retract', ['announce', '--retract', ...args]);
  }
  if (name === 'status' && speaks(args)) {
    throw renamed('status with a text', ['announce', ...args]);
  }
}

function renamed(old: string, words: readonly string[]): CliError {
  return new CliError(`${old}: has another name now; run npx understudy ${words.map(quoted).join(' ')}`);
}

/** Whether the words behind `status` hold a text, or an option that only makes sense with one. */
const speaks = (args: readonly string[]): boolean =>
  args.some(
    (word, index) => SPEAKING.test(word) || !(word.startsWith('-') || PLACES.includes(args[index - 1] ?? '')),
  );

/** As a shell takes it. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
