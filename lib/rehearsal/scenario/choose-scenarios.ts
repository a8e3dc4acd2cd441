import { RehearsalError } from '../kernel/errors';
import { builtInScenario, builtInScenarios, isBuiltInFile, loadScenario } from './load-scenario';
import type { Scenario } from './scenario';

/**
 * Finds scenarios by the names of built-in ones, dashes in the place of spaces allowed, or by the paths of files.
 * No name may come twice.
 * @param chosen empty for every built-in one
 * @throws RehearsalError INVALID_SCENARIO
 */
export function chooseScenarios(chosen: readonly string[]): readonly Scenario[] {
  if (chosen.length === 0) {
    return builtInScenarios();
  }
  const scenarios = chosen.map((given) =>
    isFile(given) ? ownScenario(given) : builtInScenario(nameFor(given)),
  );
  const names = scenarios.map(({ name }) => dashed(name));
  const twice = scenarios.find(({ name }, index) => names.indexOf(dashed(name)) < index);
  if (twice !== undefined) {
    throw taken('--scenario', twice.name, 'of another that is played too');
  }
  return scenarios;
}

/** A report and the command line tell scenarios apart by their names. */
function ownScenario(file: string): Scenario {
  const scenario = loadScenario(file);
  const taker = builtInScenarios().find(({ name }) => dashed(name) === dashed(scenario.name));
  if (taker !== undefined && !isBuiltInFile(file)) {
    throw taken(`${file}: name`, scenario.name, 'of a built-in one');
  }
  return scenario;
}

const taken = (where: string, name: string, whose: string): RehearsalError =>
  new RehearsalError(
    'INVALID_SCENARIO',
    `${where}: must not be the name ${whose}, got ${JSON.stringify(name)}; choose another`,
  );

/** The built-in scenarios under the names that the command line takes, and what they are about. */
export const listScenarios = (): string => builtInScenarios().map(listed).join('');

const listed = ({ name, hypothesis, likelihood, impact, owner, topologies }: Scenario): string =>
  `${dashed(name)}
    ${hypothesis}.
    risk ${likelihood * impact}: likelihood ${likelihood} of 5, impact ${impact} of 5, ${owner}, ${topologies.join(' and ')}
`;

/** Whether a scenario is given as the path of its file. */
export const isFile = (name: string): boolean => /\.ya?ml$/.test(name) || name.includes('/');

const dashed = (name: string): string => name.replaceAll(' ', '-').toLowerCase();

const nameFor = (given: string): string =>
  builtInScenarios().find(({ name }) => dashed(name) === dashed(given))?.name ?? given;
