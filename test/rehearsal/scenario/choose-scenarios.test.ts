import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseScenarios } from '../../../lib/rehearsal/scenario/choose-scenarios';

const BUILT_IN = 'lib/rehearsal/scenario/built-in';

describe('scenarios to play', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'understudy-scenarios-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const write = (file: string, name: string): string => {
    const path = join(directory, file);
    const rest = 'hypothesis: it holds\nlikelihood: 1\nimpact: 1\nowner: us\nendSeconds: 60\n';
    writeFileSync(path, `name: ${name}\n${rest}faults: [{ kind: hangs, fromSeconds: 0, toSeconds: 9 }]\n`);
    return path;
  };
  const names = (...chosen: readonly string[]) => chooseScenarios(chosen).map(({ name }) => name);

  test('are found by name, with dashes or without, and by file', () => {
    expect(names('origin-dns-fails', 'black hole', write('mine.yaml', 'mine'))).toEqual([
      'origin DNS fails',
      'black hole',
      'mine',
    ]);
  });

  test('may be the files of built-in ones', () => {
    expect(names(`${BUILT_IN}/hangs.yaml`)).toEqual(['hangs']);
  });

  test.each(['hangs', 'Black-hole'])('fail when a file takes the name of a built-in one: %s', (name) => {
    const file = write('mine.yaml', name);
    expect(() => names(file)).toThrow(
      `${file}: name: must not be the name of a built-in one, got "${name}"; choose another`,
    );
  });

  test('fail when two have one name', () => {
    const message =
      '--scenario: must not be the name of another that is played too, got "mine"; choose another';
    expect(() => names(write('a.yaml', 'mine'), write('b.yaml', 'mine'))).toThrow(message);
    expect(() => names('hangs', `${BUILT_IN}/hangs.yaml`)).toThrow('got "hangs"');
  });
});
