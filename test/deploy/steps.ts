/** One thing that the check finds out. */
export interface Step {
  /** What one observes. */
  readonly title: string;
  /** Whether later steps go on after it has failed, because none builds on it. @default false */
  readonly standsAlone?: boolean;
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

/** Takes steps in order, up to one that fails and that the rest builds on. */
export async function takeSteps(steps: readonly Step[], world: StepWorld): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  for (const step of steps) {
    const passed = await take(step, world);
    totals[passed ? 'passed' : 'failed'] += 1;
    if (!passed && step.standsAlone !== true) {
      break;
    }
  }
  return totals;
}

async function take({ title, run }: Step, { say, now }: StepWorld): Promise<boolean> {
  const started = now();
  try {
    const figures = await run();
    const seconds = ((now() - started) / 1_000).toFixed(1);
    say(`ok      ${title}${figures === undefined ? '' : `: ${figures}`} (${seconds} s)`);
    return true;
  } catch (error) {
    say(`FAILED  ${title}\n        ${messageOf(error).replaceAll('\n', '\n        ')}`);
    return false;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
