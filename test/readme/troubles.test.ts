import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNDERSTUDY_PROPS } from '../../lib/validation/schema/props-schema';
import { ROOT, textOf } from './papers';
import { hasProp } from './props';

/** The rows of the tables in a section: cells without their pipes. */
const rowsOf = (paper: string, heading: string): readonly (readonly string[])[] =>
  (textOf(paper).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => /^\| (?!-)/.test(line))
    .map((line) => line.split(/ \| |^\| | \|$/).slice(1, -1));

const codesIn = (cell = ''): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** All code that writes what people read. */
const CODE = ['lib', 'lambda']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n')
  // A template's own parts may be anything.
  .replaceAll(/\$\{[^}]*\}/g, '...');

/** A quoted message, whose varying parts are dots. */
const isWritten = (quote: string): boolean =>
  quote
    .split('...')
    .map((part) => part.replace(/^, /, '').trim())
    .every((part) => CODE.includes(part));

const REHEARSAL = rowsOf('lib/rehearsal/README.md', 'It failed: what now?');
const COMMANDS = rowsOf('lib/operator/cli/README.md', 'Something is wrong: what now?');

describe('what to do when something failed', () => {
  test('is said of many findings', () => {
    expect(REHEARSAL.length).toBeGreaterThan(15);
    expect(COMMANDS.length).toBeGreaterThan(8);
  });

  test('quotes findings and messages as the code has them', () => {
    const quoted = [...REHEARSAL, ...COMMANDS]
      .flatMap(([seen]) => codesIn(seen))
      .filter((code) => code.includes(' '));
    expect(quoted.length).toBeGreaterThan(15);
    expect(quoted.filter((quote) => !isWritten(quote))).toEqual([]);
  });

  test('names props that exist', () => {
    const props = REHEARSAL.flatMap(([, , todo]) => codesIn(todo)).filter((code) =>
      /^[a-z]\w*\.\w+$/i.test(code),
    );
    expect(props.length).toBeGreaterThan(10);
    expect(props.filter((prop) => !hasProp(UNDERSTUDY_PROPS, prop.split('.')))).toEqual([]);
  });
});
