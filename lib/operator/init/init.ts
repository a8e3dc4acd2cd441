import { EXIT, type ExitCode } from '../../command-line/cli-error';
import { type Answers, NO_ANSWERS } from './answers';
import { askQuestions, InitCancelled, type Prompter, withFallbacks } from './ask-questions';
import type { Folder } from './folder';
import { allMistakes, mistakesIn } from './mistakes';
import { isNodeApp, type Plan, type PlannedFile, planFiles } from './plan';
import { flagOf, type Question, withAnswer } from './question';
import { QUESTIONS } from './questions';
import { notNode, notTaken, notTerminal, whatIsNext, whatWasWritten } from './words';

/** What init needs of the world. */
export interface InitDeps {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** The folder that the app is, or will be in. */
  readonly folder: Folder;
  /** Writes all files or none. */
  readonly write: (files: readonly PlannedFile[]) => void;
  /** Asks at the terminal. @default - nobody can be asked */
  readonly prompter?: () => Promise<Prompter>;
  /** Of this machine, as IANA names it. */
  readonly timeZone: string;
  /** Runs a program in the folder, with this terminal. @returns its exit code */
  readonly run: (program: 'npm' | 'understudy', args: readonly string[]) => Promise<ExitCode>;
}

/** What was said on the command line: the value of each option by its name in camel case. */
export interface InitOptions {
  /** Whether to ask nothing. */
  readonly yes?: boolean;
  /** Whether to install what is missing. */
  readonly install?: boolean;
  readonly [option: string]: unknown;
}

/**
 * Describes a store by questions or options, writes it down and rehearses it.
 * @returns the exit code: 0 done, 1 npm failed or the rehearsal missed something, 2 nothing was written
 */
export async function init(options: InitOptions, deps: InitDeps): Promise<ExitCode> {
  try {
    const prompt = options.yes === true ? undefined : await deps.prompter?.();
    const answers = await answersFrom(options, { ...deps, prompt });
    const plan = planFiles(answers, deps.folder);
    if (plan.taken.length > 0) {
      throw new InitRefused(notTaken(plan.taken));
    }
    deps.write(plan.files);
    deps.print(whatWasWritten(plan, answers));
    return await finish(
      plan,
      { ...options, install: options.install ?? (await mayInstall(plan, prompt)) },
      deps,
    );
  } catch (error) {
    if (!(error instanceof InitRefused || error instanceof InitCancelled)) {
      throw error;
    }
    deps.printError(error.message);
    return EXIT.NOT_DONE;
  }
}

/** The message says why nothing was written. */
class InitRefused extends Error {}

async function answersFrom(
  options: InitOptions,
  { prompt, ...deps }: InitDeps & { readonly prompt: Prompter | undefined },
): Promise<Answers> {
  if (!isNodeApp(deps.folder)) {
    throw new InitRefused(notNode(deps.folder));
  }
  const given = QUESTIONS.filter((question) => optionFor(question, options) !== undefined);
  const said = given.reduce(
    (answers, question) => withAnswer(answers, question, optionFor(question, options) ?? ''),
    NO_ANSWERS,
  );
  if (options.yes === true) {
    return withoutMistakes(withFallbacks(said, deps), given);
  }
  if (prompt === undefined) {
    throw new InitRefused(notTerminal());
  }
  refuse(given.flatMap((one) => mistakesIn(one, said).map((mistake) => `${flagOf(one)}: ${mistake}`)));
  // A folder that is taken is reported first: nobody should answer questions for nothing.
  const taken = planFiles(said, deps.folder).taken;
  if (taken.length > 0) {
    throw new InitRefused(notTaken(taken));
  }
  const keys = new Set(given.map(({ key }) => key));
  return withoutMistakes(await askQuestions(said, keys, { ...deps, prompt }), given);
}

function withoutMistakes(answers: Answers, given: readonly Question[]): Answers {
  const idle = given.filter(({ applies }) => applies?.(answers) === false);
  refuse([
    ...idle.map((one) => `${flagOf(one)}: is not needed with the other answers; leave it out`),
    ...allMistakes(answers),
  ]);
  return answers;
}

function refuse(mistakes: readonly string[]): void {
  if (mistakes.length === 0) {
    return;
  }
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  throw new InitRefused([`init: ${count}; nothing was written`, ...mistakes].join('\n  '));
}

/** `--zone-id` is `zoneId`, as commander has it. */
function optionFor(question: Question, options: InitOptions): string | boolean | undefined {
  const name = flagOf(question)
    .slice(2)
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const value = options[name];
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

/** Rehearses an app that is whole; else says what is left to do. */
async function finish(plan: Plan, { install }: InitOptions, deps: InitDeps): Promise<ExitCode> {
  const { missing, addToApp, hasPackage } = plan;
  const isInstalled = missing.length === 0 || (install === true && (await installed(plan, deps)));
  if (addToApp === undefined && isInstalled && hasPackage) {
    deps.print('\nnpx understudy rehearse');
    return deps.run('understudy', ['rehearse']);
  }
  deps.print(whatIsNext({ ...plan, missing: isInstalled ? [] : missing }));
  return install === true && !isInstalled ? EXIT.WRONG : EXIT.WELL;
}

/** Asks, where somebody can be asked, whether to install what an app lacks that is whole otherwise. */
async function mayInstall(plan: Plan, prompt: Prompter | undefined): Promise<boolean> {
  const isWholeOtherwise = plan.hasPackage && plan.addToApp === undefined;
  if (prompt === undefined || plan.missing.length === 0 || !isWholeOtherwise) {
    return false;
  }
  const ask = 'Install what is missing with npm, and rehearse it?';
  const answer = prompt({ kind: 'yes or no', ask, fallback: 'yes', mistake: () => undefined });
  // All is written already: giving up here is no more than a no.
  return (await answer.catch(() => false)) === true;
}

async function installed({ missing, files }: Plan, { run, print }: InitDeps): Promise<boolean> {
  const isNew = files.some(({ path }) => path === 'package.json');
  const args = isNew ? ['install'] : ['install', '--save-dev', ...missing];
  print(`\nnpm ${args.join(' ')}`);
  return (await run('npm', [...args, '--no-fund', '--no-audit'])) === 0;
}
