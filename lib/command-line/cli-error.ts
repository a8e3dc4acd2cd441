/** What the exit code of every command says. */
export const EXIT = {
  /** Done, and all is well. */
  WELL: 0,
  /** Something is wrong: a budget was missed, something is not as deployed, AWS or the function refused. */
  WRONG: 1,
  /** It could not be done: a mistake on the command line, no credentials, an assembly that can't be rehearsed. */
  NOT_DONE: 2,
} as const;

/** The exit code of a command. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How a command ends early. */
export interface CliErrorOptions extends ErrorOptions {
  /** @default - {@link EXIT.NOT_DONE} */
  readonly exitCode?: Exclude<ExitCode, 0>;
}

/** Ends a command with a message for the person: it names the option, the value, what is allowed and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(message: string, { exitCode = EXIT.NOT_DONE, ...options }: CliErrorOptions = {}) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
