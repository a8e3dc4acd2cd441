/** The end of something that runs: what has to be done before it, and a promise for those who wait. */
export class Shutdown {
  private readonly tasks: (() => Promise<void>)[] = [];
  private resolve: () => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;

  /** Fulfilled once everything is closed; rejected at the first failure. */
  readonly reached = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    // A failure must not end the process of a caller that does not wait for the end.
    this.reached.catch(() => undefined);
  }

  /** Adds something to close; what was opened last is closed first. */
  before(task: () => Promise<void>): void {
    this.tasks.unshift(task);
  }

  /** Tells those who wait; nothing is closed yet. */
  fail(error: unknown): void {
    this.reject(error);
  }

  async reach(): Promise<void> {
    for (const task of this.tasks.splice(0)) {
      await task();
    }
    this.resolve();
  }
}
