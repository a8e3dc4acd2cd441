import type { Inspector } from '../verify/inspector';
import type { UpdateInspector } from '../verify/update/update-inspector';
import type { AlarmMutes } from './alarm-mutes';
import type { Identity } from './identity';
import type { StackReader } from './stack-reader';
import type { StatusFunction } from './status-function';
import type { Subscriptions } from './subscriptions';

/** Everything that a subcommand needs of the world. */
export interface CliContext {
  /** Writes one text for the person, with a line break after it. */
  readonly print: (text: string) => void;
  /** Asks for yes or no. False where nobody can be asked. */
  readonly confirm: (question: string) => Promise<boolean>;
  readonly stacks: StackReader;
  readonly statusFunction: StatusFunction;
  readonly identity: Identity;
  readonly mutes: AlarmMutes;
  readonly subscriptions: Subscriptions;
  readonly inspector: Inspector;
  /** Made when somebody looks ahead. */
  readonly updateInspector: () => UpdateInspector;
  readonly now: () => number;
  /** A new id each time. */
  readonly newId: () => string;
}

/** One thing that `npx understudy` can do. */
export interface Subcommand {
  /** What it does, in one line. */
  readonly summary: string;
  readonly help: string;
  /**
   * @returns the exit code
   * @throws UsageError
   */
  readonly run: (args: readonly string[], context: CliContext) => Promise<number>;
}
