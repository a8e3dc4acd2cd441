import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CliError } from '../../command-line/cli-error';
import type { Topology } from './assembly-folder';

/** The context key under which an app with several topologies says which: one that `-c topology=...` chooses from. */
export const TOPOLOGIES_KEY = 'understudy:topologies';

const CONFIG = z.looseObject({ context: z.record(z.string(), z.unknown()).optional() });
const TOPOLOGIES = z.array(z.enum(['edge', 'dns'])).min(1);

/**
 * The topologies that the app of a folder can have, by its `cdk.json`.
 * @returns empty when it has one only, as an app of one's own does
 * @throws CliError when the list is none, or there is no app here
 */
export function appTopologies(folder: string): readonly Topology[] {
  const file = join(folder, 'cdk.json');
  if (!existsSync(file)) {
    throw new CliError(
      '--app: is missing, and there is no cdk.json here; run it in the folder of your CDK app, or name an assembly such as cdk.out, or the command line that synthesizes',
    );
  }
  const listed = contextOf(file)?.[TOPOLOGIES_KEY];
  if (listed === undefined) {
    return [];
  }
  const parsed = TOPOLOGIES.safeParse(listed);
  if (parsed.success) {
    return [...new Set(parsed.data)];
  }
  throw new CliError(
    `cdk.json: context "${TOPOLOGIES_KEY}" must be a list of "edge" and "dns", got ${JSON.stringify(listed)}; correct it, or leave it out`,
  );
}

/** Of a file that is no JSON nothing is known: the CDK CLI says what is wrong with it. */
function contextOf(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return CONFIG.parse(JSON.parse(readFileSync(file, 'utf8'))).context;
  } catch {
    return undefined;
  }
}
