import type { ExitCode } from '../../command-line/cli-error';
import type { Inspector } from '../verify/inspector';
import type { UpdateInspector } from '../verify/update/update-inspector';
import type { AlarmMutes } from './alarm-mutes';
import type { Alarms } from './alarms';
import type { Identity } from './identity';
import type { StackReader } from './stack-reader';
import type { StatusFunction } from './status-function';
import type { Subscriptions } from './subscriptions';

/** What commands ask of AWS. Each part is made when it is first used: its SDK takes long to load. */
export interface AwsServices {
  readonly stacks: StackReader;
  readonly statusFunction: StatusFunction;
  readonly identity: Identity;
  readonly alarms: Alarms;
  readonly mutes: AlarmMutes;
  readonly subscriptions: Subscriptions;
  readonly inspector: Inspector;
  readonly updateInspector: UpdateInspector;
}

/** The terminal and the clock, as commands find them. */
export interface Terminal {
  /** Writes one text to standard output, with a line break after it. */
  readonly print: (text: string) => void;
  /** The same to standard error. */
  readonly printError: (text: string) => void;
  /** Asks for yes or no, on standard error. Undefined where nobody can be asked. */
  readonly confirm: (question: string) => Promise<boolean | undefined>;
  /** Of standard output, in characters. @default - no terminal */
  readonly columns?: number | undefined;
  readonly now: () => number;
  /** A new id each time. */
  readonly newId: () => string;
  readonly aws: AwsServices;
}

/** Everything that a command needs of the world. With `--json` people's words go to standard error. */
export interface CliContext extends Terminal {
  /** Sets the result of a command for programs, who read it at its end with `--json`. */
  readonly result: (result: Readonly<Record<string, unknown>>) => void;
  /** Sets the exit code of the process. */
  readonly exit: (code: ExitCode) => void;
  /** The words on the command line behind the name of the command, as they were typed. */
  readonly args: readonly string[];
}
