import { SUBCOMMANDS } from '../../../lib/operator/cli/subcommands';
import { runWith } from './helpers/run-with';

const LINES = [
  ...SUBCOMMANDS.map(({ name }) => [name]),
  ['maintenance', 'open'],
  ['maintenance', 'close'],
  ['failover', 'hold'],
  ['failover', 'auto'],
  ['note', 'change'],
  ['note', 'campaign'],
];
/** Two that take nothing but other commands, and two that have no result. */
const WITHOUT_JSON = ['maintenance', 'note', 'init', 'page'];

describe('every command', () => {
  test.each(LINES)('explains itself, in lines that fit: %s %s', async (...line) => {
    for (const option of ['--help', '-h']) {
      const { code, out, err } = await runWith({}, ...line.filter(Boolean), option);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`Usage: npx understudy ${line.filter(Boolean).join(' ')}`);
      expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    }
  });

  test.each(LINES)('says which version it is: %s %s', async (...line) => {
    const { code, out } = await runWith({}, ...line.filter(Boolean), '--version');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  test.each(LINES.filter((line) => line.length > 1 || !WITHOUT_JSON.includes(line[0] ?? '')))(
    'suggests what a mistyped option was meant to be: %s %s',
    async (...line) => {
      const { code, out, err } = await runWith({}, ...line.filter(Boolean), '--jsn');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toBe(
        `unknown option '--jsn'; did you mean --json? Or see npx understudy ${line[0]} --help`,
      );
    },
  );
});

describe('understudy --help', () => {
  test.each([[[]], [['--help']], [['help']], [['-h']]])('lists every command: %j', async (args) => {
    const { code, out } = await runWith({}, ...args);
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);
    expect(listed).toEqual(SUBCOMMANDS.map(({ name }) => name));
    expect(out).toMatch(/^ {2}0 {2}done[\s\S]+^ {2}1 {2}something is wrong[\s\S]+^ {2}2 {2}it could not/m);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test('explains one command, as other programs do: help status', async () => {
    const { code, out } = await runWith({}, 'help', 'status');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Usage: npx understudy status') });
  });

  test('suggests what a mistyped command was meant to be', async () => {
    expect((await runWith({}, 'anounce', 'x')).err).toBe(
      "unknown command 'anounce'; did you mean announce? Or see npx understudy --help",
    );
  });
});

describe('a command that is not asked for', () => {
  test('costs no start-up time: only the one that is meant is loaded, and no SDK for its help', async () => {
    await jest.isolateModulesAsync(async () => {
      const loaded: string[] = [];
      for (const { name } of SUBCOMMANDS) {
        jest.doMock(`../../../lib/operator/cli/${name}`, () => {
          loaded.push(name);
          return jest.requireActual(`../../../lib/operator/cli/${name}`);
        });
      }
      jest.doMock('@aws-sdk/client-lambda', () => {
        throw new Error('the SDK is loaded');
      });
      const { main } = jest.requireActual('../../../lib/operator/cli/main');
      const { terminal } = jest.requireActual('../../../lib/operator/cli/terminal');
      const quiet = { print: () => undefined, printError: () => undefined };
      expect(await main(['status', '--help'], { ...terminal(process), ...quiet })).toBe(0);
      expect(loaded).toEqual(['status']);
    });
  });
});
