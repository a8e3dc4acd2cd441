import { RehearsalError } from '../kernel/errors';
import { chooseScenarios, isFile } from '../scenario/choose-scenarios';
import { builtInScenarios } from '../scenario/load-scenario';
import type { Scenario } from '../scenario/scenario';
import { SCENARIO, type ScenarioInput } from '../scenario/scenario-schema';
import { readGiven } from './read-given';

/** The name of a built-in scenario, the path of a scenario file, or a scenario itself. */
export type GivenScenario = string | ScenarioInput | Scenario;

/** A scenario, and how the command line names it. */
export interface ChosenScenario {
  readonly scenario: Scenario;
  /** For `--scenario`. @default - it was given as an object, which the command line can't name */
  readonly option?: string;
}

/**
 * Finds and reads scenarios. No name may come twice.
 * @param given empty for every built-in one
 * @throws RehearsalError INVALID_SCENARIO
 */
export function chosenScenarios(given: readonly GivenScenario[]): readonly ChosenScenario[] {
  const all = given.length === 0 ? builtInScenarios().map(({ name }) => name) : given;
  const chosen = all.map(choose);
  const names = chosen.map(({ scenario }) => scenario.name.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) {
    return chosen;
  }
  throw new RehearsalError(
    'INVALID_SCENARIO',
    `scenarios: must have different names, got ${JSON.stringify(twice)} twice; rename one`,
  );
}

function choose(given: GivenScenario): ChosenScenario {
  if (typeof given !== 'string') {
    return { scenario: ownScenario(given) };
  }
  const [scenario] = chooseScenarios([given]);
  if (scenario === undefined) {
    throw new Error(`no scenario for ${given}`);
  }
  return { scenario, option: isFile(given) ? given : given.replaceAll(' ', '-').toLowerCase() };
}

function ownScenario(given: ScenarioInput | Scenario): Scenario {
  const name = JSON.stringify(given?.name) ?? 'without a name';
  return readGiven(SCENARIO, { value: given, where: `scenario ${name}`, code: 'INVALID_SCENARIO' });
}
