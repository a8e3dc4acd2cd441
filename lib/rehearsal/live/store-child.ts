import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { USUAL_PATHS } from '../../failover/store-paths';
import { RehearsalError } from '../kernel/errors';
import { ownProgram } from '../kernel/own-program';
import type { ExampleStore } from '../play/store/example-store';
import type { StoreProcessArguments, StoreProcessMessage } from '../play/store/store-process';

const PROGRAM = ownProgram(join(__dirname, '../play/store'), 'store-process');

/** What is told about the store's process. */
export interface StoreChildListener {
  /** It listens again after it had ended. */
  readonly onBack: () => void;
  /** It has ended, for whatever reason. `how` is a signal or an exit code. */
  readonly onGone: (how: string) => void;
}

/** The example store as a process of its own, which can really be killed. */
export class StoreChild {
  private child: ChildProcess | undefined;
  private starting: Promise<void> | undefined;
  private store: ExampleStore = { name: 'Store', paths: USUAL_PATHS, searchTexts: {} };
  private closed = false;
  private starts = 0;
  private readonly baskets = new Map<string, number>();
  /** Where it listens, also after a restart. 0 before its first start. */
  port = 0;

  constructor(private readonly listener: StoreChildListener) {}

  get running(): boolean {
    return this.child !== undefined && this.starting === undefined;
  }

  /** The process id, for those who would rather kill it with a tool of their own. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Decides which store it is, from its next start on. */
  become(store: ExampleStore): void {
    this.store = store;
  }

  /** Starts it, again on the port that it had; does nothing while it runs. */
  async start(): Promise<void> {
    if (this.child === undefined) {
      this.starting = this.spawn().finally(() => {
        this.starting = undefined;
      });
    }
    await this.starting;
  }

  /** Ends it as a crash does: at once, and without a word to anybody. Does nothing while it is down. */
  async kill(): Promise<void> {
    await this.starting;
    const child = this.child;
    if (child === undefined) {
      return;
    }
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** Ends it for good. Nobody is told. */
  async close(): Promise<void> {
    this.closed = true;
    await this.kill();
  }

  private async spawn(): Promise<void> {
    const told: StoreProcessArguments = {
      port: this.port,
      store: this.store,
      starts: this.starts++,
      baskets: [...this.baskets],
    };
    const child = fork(PROGRAM.path, [JSON.stringify(told)], PROGRAM.options);
    this.child = child;
    child.on('message', (told: StoreProcessMessage) => this.remember(told));
    const message = await firstMessage(child);
    if (message.kind === 'failed') {
      this.child = undefined;
      child.kill('SIGKILL');
      throw cannotListen(this.port, message.code);
    }
    child.once('exit', (code, signal) => this.gone(signal ?? `exit code ${code}`));
    const isRestart = this.port !== 0;
    this.port = message.port;
    if (isRestart) {
      this.listener.onBack();
    }
  }

  /** What a database would: the process forgets it when it ends. */
  private remember(message: StoreProcessMessage): void {
    if (message.kind === 'basket') {
      this.baskets.set(message.session, message.items);
    }
  }

  private gone(how: string): void {
    this.child = undefined;
    if (!this.closed) {
      this.listener.onGone(how);
    }
  }
}

/** What it says first: it takes no request before. */
type StartMessage = Exclude<StoreProcessMessage, { kind: 'basket' }>;

const cannotListen = (port: number, code: string): RehearsalError =>
  new RehearsalError(
    'PORT_IN_USE',
    `store: its port can't be used again, got ${port} (${code}); quit and start the rehearsal again`,
  );

function firstMessage(child: ChildProcess): Promise<StartMessage> {
  return new Promise((resolve) => {
    const onExit = (code: number | null, signal: string | null) =>
      resolve({ kind: 'failed', code: signal ?? `exit code ${code}` });
    child.once('exit', onExit);
    child.once('message', (message: StartMessage) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
