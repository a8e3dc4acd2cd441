import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RehearsalError } from '../kernel/errors';
import { parseScenario } from './parse-scenario';
import type { Scenario } from './scenario';

const BUILT_IN = join(__dirname, 'built-in');

/**
 * Reads a scenario from a YAML file.
 * @throws RehearsalError INVALID_SCENARIO
 */
export function loadScenario(path: string): Scenario {
  return parseScenario(read(path), path);
}

/** Whether a path leads to one of the scenarios that come with Understudy. */
export const isBuiltInFile = (path: string): boolean => dirname(resolve(path)) === BUILT_IN;

/** The scenarios that come with Understudy, those with the greatest risk (likelihood times impact) first. */
export function builtInScenarios(): readonly Scenario[] {
  return readdirSync(BUILT_IN)
    .sort()
    .map((file) => loadScenario(join(BUILT_IN, file)))
    .sort((a, b) => b.likelihood * b.impact - a.likelihood * a.impact);
}

/**
 * A scenario that comes with Understudy.
 * @throws RehearsalError INVALID_SCENARIO when there is none of that name
 */
export function builtInScenario(name: string): Scenario {
  const all = builtInScenarios();
  const found = all.find((scenario) => scenario.name === name);
  if (found !== undefined) {
    return found;
  }
  throw new RehearsalError(
    'INVALID_SCENARIO',
    `scenario: there is none of this name, got ${JSON.stringify(name)}; write a file's path or one of ${all
      .map((scenario) => scenario.name)
      .join(', ')}`,
  );
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new RehearsalError(
      'INVALID_SCENARIO',
      `scenario: its file can't be read, got ${path}; name a YAML file`,
      { cause },
    );
  }
}
