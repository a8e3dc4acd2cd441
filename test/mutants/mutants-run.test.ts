import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant';
import { mutantsRun } from './mutants-run';

const LISTS = join(__dirname, 'lists');

const mutant = (replacement: string, survives?: string): Mutant => ({
  file: 'lib/late.ts',
  text: 'a < b',
  replacement,
  tests: ['test/late.test.ts'],
  survives,
});

async function run(mutants: readonly Mutant[], survivors: readonly string[], only: readonly string[] = []) {
  const lines: string[] = [];
  const code = await mutantsRun({
    mutants,
    only,
    passes: async (_, tried) => tried === undefined || survivors.includes(tried.replacement),
    say: (line) => lines.push(line),
  });
  return { code, lines, last: lines.at(-1)?.trim() };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `edit ${index}`);

describe('run of mutants', () => {
  test('is well when the tests notice each', async () => {
    const { code, lines, last } = await run([mutant('edit')], []);
    expect(lines[0]).toBe('killed   lib/late.ts: edit');
    expect({ code, last }).toEqual({ code: 0, last: '1 of 1 mutants killed, 100 %; wanted are 90 %' });
  });

  test('names a survivor that is new, whatever the percentage', async () => {
    const { code, lines, last } = await run(
      names(20).map((name) => mutant(name)),
      ['edit 3'],
    );
    expect(lines.join('\n')).toContain('+ edit 3\nno near test notices this: write the one that does');
    expect({ code, last }).toEqual({ code: 1, last: '19 of 20 mutants killed, 95 %; wanted are 90 %' });
  });

  test.each([
    [9, 0],
    [8, 1],
  ])('puts up with known survivors while %d of 10 are killed: %d', async (killed, expected) => {
    const mutants = names(10).map((name, index) => mutant(name, index < killed ? undefined : 'known'));
    const { code } = await run(mutants, names(10).slice(killed));
    expect(code).toBe(expected);
  });

  test('fails when a near test fails without a mutant', async () => {
    const failing = mutantsRun({
      mutants: [mutant('edit')],
      only: [],
      passes: async () => false,
      say: () => {},
    });
    await expect(failing).rejects.toThrow(
      'near tests: must pass without a mutant, got a failure; npx jest test/late.test.ts tells more',
    );
  });

  test('fails when no file is meant', async () => {
    await expect(run([mutant('edit')], [], ['nothing-like-it'])).rejects.toThrow(
      "nothing-like-it: must be part of a file's name in test/mutants/lists, got no such file",
    );
  });
});

/** Its tests run the bundle, which esbuild makes of the file itself. */
const BUNDLED = ['lambda/store-request/'];

describe('sample of mutants', () => {
  const files = readdirSync(LISTS).flatMap((name) =>
    [...readFileSync(join(LISTS, name), 'utf8').matchAll(/^(?:lib|lambda)\/.*/gm)].map(([file]) => file),
  );

  test('is large, and from every room', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    const rooms = ['lib', 'lambda'].flatMap((base) =>
      readdirSync(join(__dirname, '../..', base), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${base}/${name}/`),
    );
    expect(rooms.filter((room) => !files.some((file) => file.startsWith(room)))).toEqual(BUNDLED);
  });
});
