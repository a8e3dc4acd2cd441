import { CliError } from '../../command-line/cli-error';
import { readAssembly } from '../../rehearsal/aws/assembly/assembly';
import type { VerifyFinding } from '../verify/finding';
import type { UpdateInspector } from '../verify/update/update-inspector';
import { verifyUpdate } from '../verify/update/verify-update';

/**
 * What a deployment of an assembly would meet.
 * @throws CliError when the assembly has no stack of this name, RehearsalError when it can't be read
 */
export async function verifyBefore(
  app: string,
  stackName: string,
  inspector: UpdateInspector,
): Promise<readonly VerifyFinding[]> {
  const stacks = readAssembly(app);
  const stack = stacks.find(({ name }) => name === stackName);
  if (stack === undefined) {
    const names = stacks.map(({ name }) => name).join(', ');
    throw new CliError(
      `--stack: must be a stack of the assembly, got ${JSON.stringify(stackName)}; there are ${names}`,
    );
  }
  return verifyUpdate(stackName, stack.template.Resources ?? {}, inspector);
}
