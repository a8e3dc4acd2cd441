import type { AssemblyFolder } from './app-assembly';

/** What a rehearsal was of. */
export interface Rehearsed {
  readonly folder: AssemblyFolder;
  readonly seed: number;
  readonly store?: string | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/**
 * The command line that plays one scenario of a rehearsal again.
 * @param scenario for `--scenario`. @returns undefined when the command line has no name for it
 */
export function commandOf(
  scenario: string | undefined,
  { folder, seed, store, parameters = {} }: Rehearsed,
): string | undefined {
  if (scenario === undefined) {
    return undefined;
  }
  const options = [
    ['--app', folder.assets],
    ['--scenario', scenario],
    ...(store === undefined ? [] : [['--store', store]]),
    ...Object.entries(parameters).map(([name, value]) => ['--parameter', `${name}=${value}`]),
    ...(seed === 1 ? [] : [['--seed', String(seed)]]),
  ].flat();
  return ['npx understudy rehearse', ...options.map(quoted)].join(' ');
}

/** As a shell needs it. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
