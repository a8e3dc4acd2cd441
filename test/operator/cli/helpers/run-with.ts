import type { AwsServices } from '../../../../lib/operator/cli/cli-context';
import { main } from '../../../../lib/operator/cli/main';

/** Runs one command line at a terminal where nobody can be asked. @param aws what the command may ask of AWS */
export async function runWith(aws: Partial<AwsServices>, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    confirm: async () => undefined,
    now: () => Date.parse('2025-03-01T10:00:00Z'),
    newId: () => 'id',
    aws: aws as AwsServices,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
