import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { after } from '../../../lambda/shared/contract/wall-clock';

/** Time in which changes count as one, in milliseconds: editors write a file in several steps. */
const QUIET_MS = 200;

/** Folders that nobody edits: packages, output, and everything that begins with a dot. */
const IGNORED = /(^|[/\\])(node_modules|cdk\.out(\.[^/\\]+)?|dist|coverage|\.[^/\\]+)([/\\]|$)/;
const SOURCE = /\.([cm]?[jt]sx?|json|svg|png|yaml|yml)$/;
/** Written by synth itself. */
const WRITTEN = /(^|[/\\])cdk\.context\.json$|\.d\.ts$/;

/** Whether a change of a file, seen from the app's folder, may change what is synthesized. */
export const isSource = (file: string): boolean =>
  SOURCE.test(file) && !IGNORED.test(file) && !WRITTEN.test(file);

/** A folder and those below it that people edit, seen from it. */
export const foldersIn = (folder: string, below = ''): readonly string[] => [
  below,
  ...readdirSync(join(folder, below), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !IGNORED.test(entry.name))
    .flatMap(({ name }) => foldersIn(folder, join(below, name))),
];

/**
 * Tells of changes in folders, several at once as one. Each folder is watched by itself: Node's own recursive watch looks
 * at every file of every package on Linux.
 * @param folders seen from the first parameter
 * @param counts whether a file counts, by its path from there
 * @returns ends it
 */
export function watchFolders(
  folder: string,
  folders: readonly string[],
  counts: (file: string) => boolean,
  onChange: () => void,
): () => void {
  let forget: (() => void) | undefined;
  const watchers = folders.map((below) =>
    watch(join(folder, below), (_, name) => {
      if (name === null || !counts(join(below, name))) {
        return;
      }
      forget?.();
      forget = after(QUIET_MS, onChange);
    }),
  );
  return () => {
    forget?.();
    for (const watcher of watchers) {
      watcher.close();
    }
  };
}
