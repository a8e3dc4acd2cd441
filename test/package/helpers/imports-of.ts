import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';

/** The packages that some files import, and the files that those import, and so on; and files that are not there. Sorted. */
export function importsOf(entries: readonly string[]): readonly string[] {
  const packages = new Set<string>();
  const files = new Set(entries);
  for (const file of files) {
    for (const name of requiredIn(file)) {
      const own = name.startsWith('.') ? fileOf(join(dirname(file), name)) : undefined;
      if (own !== undefined) {
        files.add(own);
      } else if (!isBuiltin(name)) {
        packages.add(packageOf(name));
      }
    }
  }
  return [...packages].sort();
}

const requiredIn = (file: string): readonly string[] =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(/\b(?:require|import)\(["']([^"'$]+)["']\)/g),
    ([, name = '']) => name,
  );

const fileOf = (path: string): string | undefined =>
  [path, `${path}.js`, join(path, 'index.js')].find((file) => /\.\w+$/.test(file) && existsSync(file));

/** Two words for one in a scope. A file's name stays as it is. */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, /^[@.]/.test(name) ? 2 : 1)
    .join('/');
