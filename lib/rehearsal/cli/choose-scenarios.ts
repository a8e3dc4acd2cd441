import { builtInScenario, builtInScenarios, loadScenario } from '../scenario/load-scenario';
import type { Scenario } from '../scenario/scenario';

/**
 * Finds scenarios by the names of built-in ones, dashes in the place of spaces allowed, or by the paths of files.
 * @param chosen empty for every built-in one
 * @throws RehearsalError INVALID_SCENARIO
 */
export function chooseScenarios(chosen: readonly string[]): readonly Scenario[] {
  if (chosen.length === 0) return builtInScenarios();
  return chosen.map((name) => (isFile(name) ? loadScenario(name) : builtInScenario(nameFor(name))));
}

/** The built-in scenarios under the names that the command line takes, and what they are about. */
export const listScenarios = (): string => builtInScenarios().map(listed).join('');

const listed = ({ name, hypothesis, likelihood, impact, owner, topologies }: Scenario): string =>
  `${dashed(name)}
    ${hypothesis}.
    risk ${likelihood * impact}: likelihood ${likelihood} of 5, impact ${impact} of 5, ${owner}, ${topologies.join(' and ')}
`;

const isFile = (name: string): boolean => /\.ya?ml$/.test(name) || name.includes('/');

const dashed = (name: string): string => name.replaceAll(' ', '-').toLowerCase();

const nameFor = (given: string): string =>
  builtInScenarios().find(({ name }) => dashed(name) === dashed(given))?.name ?? given;
