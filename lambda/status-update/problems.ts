/** What became of messages, other than to be sent in their order. */
export interface Disorder {
  /** Given up, so that nobody will get them. */
  dropped: number;
  /** Sent before older ones. */
  reordered: number;
}

/** Failures of steps that must not stop the steps after them. */
export class StepErrors {
  private readonly errors: Error[] = [];
  private readonly tolerated: Error[] = [];

  /** Messages that were lost on their way out, or overtaken by newer ones. */
  readonly disorder: Disorder = { dropped: 0, reordered: 0 };

  /** What failed so far, oldest first. */
  get all(): readonly Error[] {
    return this.errors;
  }

  /** Failures that are worth a line in the log and nothing more. */
  get warnings(): readonly Error[] {
    return this.tolerated;
  }

  /** Whether a step failed so that somebody has to hear of it. */
  has(step: string): boolean {
    return this.errors.some(({ message }) => message.startsWith(`${step}: `));
  }

  /** The result of a step; undefined when it failed. `step` names it in the error. */
  async run<T>(step: string, work: () => Promise<T>): Promise<T | undefined> {
    return attempt(step, work, this.errors);
  }

  /** Adds what nothing threw for. */
  note(step: string, what: string): void {
    this.errors.push(new Error(`${step}: ${what}`));
  }

  /** The same for a step that nobody needs to hear of when it fails. */
  async runOptional<T>(step: string, work: () => Promise<T>): Promise<T | undefined> {
    return attempt(step, work, this.tolerated);
  }
}

async function attempt<T>(step: string, work: () => Promise<T>, failures: Error[]): Promise<T | undefined> {
  try {
    return await work();
  } catch (cause) {
    failures.push(new Error(`${step}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
    return undefined;
  }
}
