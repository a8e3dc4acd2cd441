import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlannedFile } from './plan';

/**
 * Writes all files, or none: what was written is taken away again when a later one fails.
 * @throws the error of the file system, also when a file has come to be there meanwhile
 */
export function writeFiles(directory: string, files: readonly PlannedFile[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const { path, text } of files) {
      const file = join(directory, path);
      const made = mkdirSync(dirname(file), { recursive: true });
      if (made !== undefined) {
        undo.push(() => rmSync(made, { recursive: true }));
      }
      writeFileSync(file, text, { flag: 'wx' });
      undo.push(() => rmSync(file));
    }
  } catch (error) {
    for (const step of undo.reverse()) {
      step();
    }
    throw error;
  }
}
