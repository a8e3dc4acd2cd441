import { parseArgs } from 'node:util';

const OPTIONS = `
  --json  the figures as JSON, for programs
  --help  this text

Exit code: 0 with figures, 2 for a mistake on the command line.
`;

/**
 * Runs a bench as its command line says. A mistake there is told before anything is measured.
 * @param about usage and purpose, for `--help`
 * @param measure prints the figures, as JSON or for people
 */
export async function runBench(
  about: string,
  measure: (json: boolean) => void | Promise<void>,
): Promise<void> {
  const options = read(process.argv.slice(2));
  if (options instanceof Error) {
    console.error(`${options.message}; see --help`);
    process.exitCode = 2;
  } else if (options.help) {
    console.log(`${about}\n${OPTIONS}`.trimEnd());
  } else {
    await measure(options.json);
  }
}

function read(args: string[]): { readonly help: boolean; readonly json: boolean } | Error {
  try {
    const { values } = parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
