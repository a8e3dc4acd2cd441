import { listScenarios } from '../scenario/choose-scenarios';
import { scenarioJsonSchema } from '../scenario/scenario-json-schema';
import type { CliOptions } from './options';

/** A text that was asked for in place of a rehearsal. */
export function askedFor({ list, schema }: Pick<CliOptions, 'list' | 'schema'>): string | undefined {
  if (list) {
    return listScenarios();
  }
  return schema ? scenarioJsonSchema() : undefined;
}
