import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sourcesIn } from './sources';

const sources = sourcesIn('bin', 'lib', 'lambda', 'test');

/** Lines with a source that follow right upon prose; other tags may stand before them. */
function crowded(source: string): readonly string[] {
  const lines = source.split('\n').map((line) => line.trim());
  return lines.filter((line, at) => {
    const before = lines[at - 1] ?? '';
    return line.startsWith('* @see') && before !== '*' && before !== '/**' && !before.startsWith('* @');
  });
}

test('a source in a docstring follows upon other prose after a blank line', () => {
  const found = sources.flatMap((path) =>
    crowded(readFileSync(join(ROOT, path), 'utf8')).map((line) => `${path}: ${line}`),
  );
  expect([sources.length > 1_000, found]).toEqual([true, []]);
});

test('a source right below prose is found', () => {
  expect([
    crowded('/**\n * Prose.\n * @see https://example.com/1\n */'),
    crowded('/**\n * Prose.\n *\n * @see https://example.com/1\n * @see https://example.com/2\n */'),
    crowded('/** @see https://example.com/1 */'),
  ]).toEqual([['* @see https://example.com/1'], [], []]);
});
