import { spawn } from 'node:child_process';
import { EXIT, type ExitCode } from '../../command-line/cli-error';
import { prose } from '../../command-line/prose';
import type { InitDeps } from '../init/init';
import { QUESTIONS } from '../init/questions';
import type { CliContext } from './cli-context';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy init`: describes a store, and writes a CDK app around it. */
export const init: Subcommand = {
  define: (command, context) => {
    for (const { option, help } of QUESTIONS) {
      command.option(option, help);
    }
    command
      .description(DESCRIPTION)
      .option('--install', 'install what is missing with npm, then rehearse')
      .option('-y, --yes', 'ask nothing: what no option says has its usual value')
      .action(
        runs(context, async (options): Promise<ExitCode> => {
          // It checks props as synth does, and loads CDK with that.
          const { init: run } = require('../init/init') as typeof import('../init/init');
          return run(options, initDeps(context));
        }),
      );
  },
};

const DESCRIPTION = prose(`
Asks what an emergency stack has to know of your store, writes it down as a typed store file with a CDK app around it, and
rehearses it where everything is installed. In a folder with a CDK app (cdk.json) it writes the store file alone and says
which lines to add. It overwrites nothing. Several values of one option are separated by commas. What an option says is not
asked.
`);

/** The current folder and this terminal. */
function initDeps({ print, printError }: CliContext): InitDeps {
  const directory = process.cwd();
  const { lookAtFolder } = require('../init/folder') as typeof import('../init/folder');
  const { writeFiles } = require('../init/write-files') as typeof import('../init/write-files');
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  return {
    print,
    printError,
    folder: lookAtFolder(directory),
    write: (files) => writeFiles(directory, files),
    ...(isTerminal && {
      prompter: () =>
        (require('../init/clack-prompter') as typeof import('../init/clack-prompter')).clackPrompter(),
    }),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    run: (program, args) => runProgram(program, args),
  };
}

/** With this terminal. @returns the exit code: 2 for any but 0 and 1, and where it can't be started */
function runProgram(program: 'npm' | 'understudy', args: readonly string[]): Promise<ExitCode> {
  const own = [...process.execArgv, process.argv[1] ?? ''];
  const [command, before] = program === 'npm' ? ['npm', []] : [process.execPath, own];
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], {
      stdio: 'inherit',
      // npm is a batch file there. Nothing that a person typed is among its arguments.
      shell: program === 'npm' && process.platform === 'win32',
    });
    child.on('error', () => resolve(EXIT.NOT_DONE));
    child.on('exit', (code) => resolve(code === 0 || code === 1 ? code : EXIT.NOT_DONE));
  });
}
