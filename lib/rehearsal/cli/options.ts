import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export interface CliOptions {
  readonly help: boolean;
  readonly live: boolean;
  /** An assembly that exists already. @default - the app of this folder is synthesized, once per topology */
  readonly app?: string;
  readonly topology: 'edge' | 'dns' | 'both';
  readonly seed: number;
  readonly speed: number;
  readonly port: number;
  readonly controlPort: number;
}

/** A mistake on the command line; its message names the option and the value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const HELP = `Usage: npm run rehearse -- [options]

Plays an outage of the store through the synthesized stack, on this machine, and gives a verdict.
Nothing is deployed, no AWS account is needed.

  --app <dir>        rehearse an assembly that exists already, such as cdk.out
                     (default: synthesize this folder's app, for both topologies)
  --topology <name>  edge, dns or both: what to synthesize (default both; edge with --live)
  --seed <n>         whole number; the same seed gives the same rehearsal (default 1)
  --live             open the world on localhost: a store that you can kill, its edge, the on-call inbox
  --speed <n>        with --live: seconds that pass in one second, 1 to 600 (default 10)
  --port <n>         with --live: port of the shop (default 8080, 0 for any)
  --control-port <n> with --live: port of the control page (default 8081, 0 for any)
  --help             this text

Exit code: 0 when every budget is kept, 1 when one is missed, 2 when it could not be rehearsed.
`;

/**
 * Reads the command line.
 * @throws UsageError
 */
export function parseOptions(args: readonly string[]): CliOptions {
  const { values } = parse(args);
  const live = values.live ?? false;
  return {
    help: values.help ?? false,
    live,
    app: values.app,
    topology: topology(values.topology ?? (live ? 'edge' : 'both'), live),
    seed: whole('--seed', values.seed ?? '1', [0, 4_294_967_295]),
    speed: whole('--speed', values.speed ?? '10', [1, 600]),
    port: whole('--port', values.port ?? '8080', [0, 65_535]),
    controlPort: whole('--control-port', values['control-port'] ?? '8081', [0, 65_535]),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        app: { type: 'string' },
        'control-port': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        live: { type: 'boolean' },
        port: { type: 'string' },
        seed: { type: 'string' },
        speed: { type: 'string' },
        topology: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; see --help`, {
      cause: error,
    });
  }
}

function topology(value: string, live: boolean): CliOptions['topology'] {
  if (value === 'edge' || value === 'dns' || (value === 'both' && !live)) return value;
  throw new UsageError(
    `--topology: must be ${live ? 'edge or dns with --live' : 'edge, dns or both'}, got ${value}`,
  );
}

function whole(option: string, text: string, [min, max]: readonly [number, number]): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UsageError(`${option}: must be a whole number from ${min} to ${max}, got ${text}`);
}
