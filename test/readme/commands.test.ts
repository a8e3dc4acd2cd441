import { Command, type CommanderError } from '@commander-js/extra-typings';
import type { CliContext } from '../../lib/operator/cli/cli-context';
import { SUBCOMMANDS } from '../../lib/operator/cli/subcommands';
import { chooseScenarios } from '../../lib/rehearsal/scenario/choose-scenarios';
import { scripts } from '../../package.json';
import { blocksOf, PAPERS, proseOf } from './papers';

/** A command line in a paper, as a shell would split it. */
interface Line {
  readonly paper: string;
  readonly line: string;
  readonly words: readonly string[];
}

/** Without comments and redirections; quotes hold words together, a placeholder such as `<link>` is one word. */
const wordsOf = (line: string): readonly string[] =>
  [
    ...line
      .replace(/\s+# .*/, '')
      .replace(/ > \S+/, '')
      .matchAll(/(?:"([^"]*)"|<[^>]*>|[^\s"<])+/g),
  ].map(([word]) => word.replaceAll(/"([^"]*)"/g, '$1'));

const LINES: readonly Line[] = PAPERS.filter((paper) => paper !== 'CHANGELOG.md')
  .flatMap((paper) => [
    ...blocksOf(paper)
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.split('\n').map((line) => ({ paper, line }))),
    ...[...proseOf(paper).matchAll(/`((?:npx|npm) [^`]+)`/g)].map(([, line = '']) => ({
      paper,
      line: line.replaceAll('\n', ' '),
    })),
  ])
  .flatMap(({ paper, line }) => line.split(' && ').map((one) => ({ paper, line: one })))
  .map((one) => ({ ...one, words: wordsOf(one.line) }));

const begins = (...beginning: readonly string[]) =>
  LINES.filter(({ words }) => beginning.every((word, index) => words[index] === word));

const SILENT = { writeErr: () => undefined, writeOut: () => undefined };

/** Does nothing, for every command below. */
function disarm(command: Command): void {
  command.action(() => undefined);
  for (const below of command.commands) {
    disarm(below as Command);
  }
}

/** What the parser of the command says of some words; nothing is done. */
function complaintAbout([name, ...args]: readonly string[]): string | undefined {
  const listed = SUBCOMMANDS.find((one) => one.name === name);
  if (name?.startsWith('--')) {
    return undefined;
  }
  if (listed === undefined) {
    return `there is no command ${name}`;
  }
  const program = new Command('npx understudy').exitOverride().configureOutput(SILENT);
  const command: Command = program.command(listed.name).exitOverride().configureOutput(SILENT);
  const context = { print: () => undefined, printError: () => undefined, args } as unknown as CliContext;
  listed.load().define(command, context);
  disarm(command);
  try {
    program.parse([listed.name, ...args], { from: 'user' });
    return undefined;
  } catch (error) {
    // A help text is no mistake.
    return (error as CommanderError).exitCode === 0 ? undefined : (error as Error).message;
  }
}

describe('commands in the papers', () => {
  test('are many', () => {
    expect(begins('npx', 'understudy').length).toBeGreaterThan(40);
  });

  test.each(begins('npx', 'understudy'))('are understood: $line ($paper)', ({ words }) => {
    const [, , ...args] = words.map((word) => word.replaceAll('|', ' ').split(' ')[0] ?? '');
    expect(complaintAbout(args.length === 0 ? ['--help'] : args)).toBeUndefined();
  });

  test.each(begins('npm', 'run'))('name scripts that there are: $line ($paper)', ({ words }) => {
    const script = words.slice(2).find((word) => !word.startsWith('-'));
    expect(Object.keys(scripts)).toContain(script);
  });

  test.each(begins('npm', 'run', 'rehearse'))(
    'give the example options that there are: $line ($paper)',
    ({ words }) => {
      expect(words.slice(3, 4).every((word) => word === '--')).toBe(true);
      expect(complaintAbout(['rehearse', ...words.slice(4)])).toBeUndefined();
    },
  );

  test('name scenarios that there are', () => {
    const named = LINES.flatMap(({ words }) =>
      words.filter((word, index) => words[index - 1] === '--scenario' && /^[a-z0-9-]+$/.test(word)),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(() => chooseScenarios(named)).not.toThrow();
  });

  test('would be refused if they were wrong', () => {
    expect(complaintAbout(['ack', '--nobody'])).toContain('--nobody');
    expect(complaintAbout(['acknowledge'])).toBe('there is no command acknowledge');
  });
});
