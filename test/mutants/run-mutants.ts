import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMutants } from './mutant';
import { mutantsRun } from './mutants-run';
import { passes } from './try-mutant';

const LISTS = join(__dirname, 'lists');

/** The program of `npm run test:mutants -- route53`. */
async function run(): Promise<number> {
  const lists = readdirSync(LISTS).map((name) => readFileSync(join(LISTS, name), 'utf8'));
  return mutantsRun({
    mutants: lists.flatMap((list) => parseMutants(list)),
    only: process.argv.slice(2),
    passes,
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  },
);
