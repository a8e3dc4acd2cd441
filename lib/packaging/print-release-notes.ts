import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseNotes } from './release-notes';

const ROOT = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

// The program of `npm run release:notes -- v0.2.0`.
try {
  const { version } = JSON.parse(read('package.json'));
  const [tag = ''] = process.argv.slice(2);
  process.stdout.write(releaseNotes({ tag, version, changelog: read('CHANGELOG.md') }));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
