import { parseArgs } from 'node:util';
import type { Bug } from './bugs';
import { type Lived, live } from './life';

const ABOUT = `Usage: npm run soak -- [options]

Lives through random hours of two stores with the real status-update function, its commands, its adapters of DynamoDB and
SNS and its PagerDuty channel, and judges what people, shoppers and the pager got.

  --runs <number>  lives (default 1000)
  --seed <number>  the first one's seed (default 1); each further life has the next
  --help           this text

Exit code: 0 when all went well, 1 for a violation, 2 for a mistake on the command line.`;

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly help: boolean;
}

function read(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return { runs: whole('runs', values.runs, 1), seed: whole('seed', values.seed, 0), help: values.help };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) {
    return value;
  }
  throw new Error(`--${name}: must be a whole number from ${least} on, got ${text}; try --${name} 100`);
}

/**
 * Runs the soak as its command line says.
 * @param bug planted into the function. @default - none
 * @returns the exit code
 */
export async function soak(args: string[], print: (line: string) => void, bug?: Bug): Promise<0 | 1 | 2> {
  let options: Options;
  try {
    options = read(args);
  } catch (error) {
    print(`${error instanceof Error ? error.message : error}; see --help`);
    return 2;
  }
  if (options.help) {
    print(ABOUT);
    return 0;
  }
  return liveAll(options, print, bug);
}

async function liveAll(
  { runs, seed: first }: Options,
  print: (line: string) => void,
  bug?: Bug,
): Promise<0 | 1> {
  const total = { messages: 0, copies: 0, minutes: 0, busiestHour: 0 };
  for (let nth = 0; nth < runs; nth += 1) {
    const lived = await live(first + nth, bug);
    if (lived.violations.length > 0) {
      printViolations(lived, nth, print);
      return 1;
    }
    total.messages += lived.messages;
    total.copies += lived.copies;
    total.minutes += lived.minutes;
    total.busiestHour = Math.max(total.busiestHour, lived.busiestHour);
    const isWorthALine = (nth + 1) % 250 === 0 || nth + 1 === runs;
    if (isWorthALine) {
      print(lineOf(nth + 1, total));
    }
  }
  return 0;
}

const lineOf = (
  lives: number,
  { messages, copies, minutes, busiestHour }: Omit<Lived, 'seed' | 'violations'>,
) =>
  `${lives} lives, ${Math.round(minutes / 60)} h of two stores, ${messages} messages (${copies} copies), ` +
  `${busiestHour} in the busiest hour: no violation`;

function printViolations({ seed, violations }: Lived, before: number, print: (line: string) => void): void {
  print(`seed ${seed}, after ${before} lives without a violation:`);
  for (const violation of violations.slice(0, 20)) {
    print(`  ${violation}`);
  }
  print(`Again: npm run soak -- --runs 1 --seed ${seed}`);
}
