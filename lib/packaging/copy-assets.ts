import { cpSync, statSync } from 'node:fs';
import { extname } from 'node:path';

/** What the code reads as it runs: styles, the script of the control page, scenarios. */
const ASSETS = ['.css', '.js', '.yaml'];

/** Copies files that the compiler leaves where they are. */
export const copyAssets = (from: string, to: string): void =>
  cpSync(from, to, {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || ASSETS.includes(extname(path)),
  });
