import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sourcesIn } from './sources';

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** Names that docstrings link and that the code of their file does not know: an editor can't follow them. */
function lostLinks(source: string): readonly string[] {
  const code = source.replaceAll(COMMENTS, '');
  const names = [...source.matchAll(/\{@link (\w+)/g)].map(([, name = '']) => name);
  return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
}

test('a name that a docstring links is known in its file', () => {
  const sources = sourcesIn('bin', 'lib', 'lambda', 'test');
  const found = sources.flatMap((path) =>
    lostLinks(readFileSync(join(ROOT, path), 'utf8')).map((name) => `${path}: ${name}`),
  );
  expect([sources.length > 1_000, found]).toEqual([true, []]);
});

test('a link to a name that was given to something else is found', () => {
  expect([
    lostLinks('/** Props of {@link PlayedTopics}. */\ninterface TopicsProps {}\nclass Topics {}'),
    lostLinks('/** Props of {@link Topics}. */\ninterface TopicsProps {}\nclass Topics {}'),
  ]).toEqual([['PlayedTopics'], []]);
});
