/** One thing that the check finds out. */
export interface Step {
  /** What one observes. */
  readonly title: string;
  /** @returns a figure or two for the line, or nothing. @throws Error with what is wrong */
  readonly run: () => Promise<string | undefined>;
}

/** How often it went well, and how often not. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

export interface StepWorld {
  readonly say: (line: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/** Takes steps in order. After one that fails the rest is not taken: each builds on the one before. */
export async function takeSteps(steps: readonly Step[], { say, now }: StepWorld): Promise<Totals> {
  for (const [index, { title, run }] of steps.entries()) {
    const started = now();
    try {
      const figures = await run();
      const seconds = ((now() - started) / 1_000).toFixed(1);
      say(`ok      ${title}${figures === undefined ? '' : `: ${figures}`} (${seconds} s)`);
    } catch (error) {
      say(`FAILED  ${title}\n        ${messageOf(error).replaceAll('\n', '\n        ')}`);
      return { passed: index, failed: 1 };
    }
  }
  return { passed: steps.length, failed: 0 };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
