import type { Mutant } from './mutant';

/** What part of the mutants must be noticed. */
export const LEAST_PERCENT = 90;

export interface MutantsRunDeps {
  readonly mutants: readonly Mutant[];
  /** Only mutants whose file holds one of these words; all when empty. */
  readonly only: readonly string[];
  /** Do these tests pass, with a mutant or without? */
  readonly passes: (tests: readonly string[], mutant?: Mutant) => Promise<boolean>;
  readonly say: (line: string) => void;
}

/**
 * Tries each mutant with its near tests, and says which ones no test notices.
 *
 * @returns 0 when enough are killed and no survivor is new, else 1
 * @throws Error when no mutant is meant, or when a near test fails without any mutant, which would prove nothing
 */
export async function mutantsRun(deps: MutantsRunDeps): Promise<number> {
  const mutants = deps.mutants.filter(({ file }) => isMeant(file, deps.only));
  if (mutants.length === 0) {
    throw new Error(
      `${deps.only.join(', ')}: must be part of a file's name in test/mutants/lists, got no such file`,
    );
  }
  await requireSound(mutants, deps);
  const survivors: Mutant[] = [];
  for (const mutant of mutants) {
    const survived = await deps.passes(mutant.tests, mutant);
    survivors.push(...(survived ? [mutant] : []));
    deps.say(`${survived ? 'SURVIVED' : 'killed  '} ${mutant.file}: ${mutant.replacement}`);
  }
  return sumUp(mutants, survivors, deps.say);
}

const isMeant = (file: string, only: readonly string[]): boolean =>
  only.length === 0 || only.some((word) => file.includes(word));

async function requireSound(mutants: readonly Mutant[], { passes }: MutantsRunDeps): Promise<void> {
  const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
  if (!(await passes(tests))) {
    throw new Error(
      `near tests: must pass without a mutant, got a failure; npx jest ${tests.join(' ')} tells more`,
    );
  }
}

function sumUp(mutants: readonly Mutant[], survivors: readonly Mutant[], say: MutantsRunDeps['say']): number {
  for (const { file, text, replacement, survives } of survivors) {
    say(
      `\n${file}\n- ${text}\n+ ${replacement}\n${survives ?? 'no near test notices this: write the one that does'}`,
    );
  }
  const killed = mutants.length - survivors.length;
  const percent = Math.floor((100 * killed) / mutants.length);
  say(`\n${killed} of ${mutants.length} mutants killed, ${percent} %; wanted are ${LEAST_PERCENT} %`);
  const isNew = survivors.some(({ survives }) => survives === undefined);
  return percent < LEAST_PERCENT || isNew ? 1 : 0;
}
