/** Failures of steps that must not stop the steps after them. */
export class Problems {
  private readonly errors: Error[] = [];

  /** What failed so far, oldest first. */
  get all(): readonly Error[] {
    return this.errors;
  }

  /** The result of a step; undefined when it failed. `step` names it in the error. */
  async collect<T>(step: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (cause) {
      this.errors.push(
        new Error(`${step}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }),
      );
      return undefined;
    }
  }
}
