import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a Lambda bundle `index.js`; the caller removes it. */
export interface Bundle {
  readonly directory: string;
  remove(): void;
}

/** @param code the bundle's CommonJS source */
export function aBundle(code: string): Bundle {
  const directory = mkdtempSync(join(tmpdir(), 'understudy-bundle-'));
  mkdirSync(join(directory, 'deep'));
  writeFileSync(join(directory, 'index.js'), code);
  writeFileSync(join(directory, 'deep', 'other.js'), code);
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
