import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { wallNowMs } from '../../../lambda/shared/contract/wall-clock';
import { awsServices } from './aws-services';
import type { Terminal } from './cli-context';

/** The real world: this terminal, this clock, and AWS with the environment's credentials. */
export function terminal({
  stdin,
  stdout,
  stderr,
}: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>): Terminal {
  return {
    print: (text) => stdout.write(`${text}\n`),
    printError: (text) => stderr.write(`${text}\n`),
    columns: stdout.columns,
    confirm: async (question) => {
      if (!stdin.isTTY) {
        return undefined;
      }
      const lines = createInterface({ input: stdin, output: stderr });
      const answer = await lines.question(question);
      lines.close();
      return /^y(es)?$/i.test(answer.trim());
    },
    now: wallNowMs,
    newId: randomUUID,
    aws: awsServices(),
  };
}
