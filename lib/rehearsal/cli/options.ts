import { parseArgs } from 'node:util';
import { CliError } from '../../cli/cli-error';
import type { AssemblyChoice } from '../world/blueprint';

/** What the command was asked to do. */
export interface CliOptions {
  readonly help: boolean;
  /** Whether to print which version this is, and nothing else. */
  readonly version: boolean;
  readonly live: boolean;
  /** An assembly that exists already. @default - the app of this folder is synthesized, once per topology */
  readonly app?: string;
  readonly topology: 'edge' | 'dns' | 'both';
  /** Names of built-in scenarios and paths of scenario files. Empty: every built-in one. */
  readonly scenarios: readonly string[];
  /** Whether to print the scenarios that come with Understudy, and nothing else. */
  readonly list: boolean;
  /** Whether to print the JSON Schema of scenario files, and nothing else. */
  readonly schema: boolean;
  /** Whether to tell every scenario in full. */
  readonly verbose: boolean;
  /** Another assembly, to compare with. @default - none */
  readonly compare?: string;
  /** A folder for the report in its other forms. @default - the terminal only */
  readonly out?: string;
  /** Which store of the app, and what parameters are at deployment. */
  readonly choice: AssemblyChoice;
  readonly seed: number;
  readonly speed: number;
  readonly port: number;
  readonly controlPort: number;
}

export const HELP = `Usage: npm run rehearse -- [options]

Plays outages of the store through the synthesized stack, on this machine, and gives a verdict.
Nothing is deployed, no AWS account is needed.

Whoever rehearses an assembly runs its code, such as its Lambda functions: rehearse none that you do not trust. It runs
in a process that gets no credentials, tokens or NODE_OPTIONS of your environment, and reads no file outside of the
assembly by itself; but it is no sandbox. Only cdk synth of this folder's own app has your whole environment.

  --app <dir>        rehearse an assembly that exists already, such as cdk.out
                     (default: synthesize this folder's app, for both topologies)
  --topology <name>  edge, dns or both: what to synthesize (default both; edge with --live; that of the other
                     assembly with --compare)
  --scenario <name>  a built-in scenario or a scenario file (.yaml); may be repeated (default: every built-in one)
  --list             the built-in scenarios, those with the greatest risk first
  --schema           what a scenario file may hold, as JSON Schema: save it, and name it in your file's first line,
                     # yaml-language-server: $schema=scenario.schema.json, for an editor to know every key
  --store <name>     which store, by its domain name, where the app has several: each is rehearsed by itself
  --parameter <name>=<value>
                     what a parameter is at deployment that the app neither makes nor knows: a parameter of the stack, or
                     of Systems Manager; may be repeated
  --seed <n>         whole number; the same seed gives the same rehearsal (default 1)
  --verbose          tell every scenario in full, and what was modelled, ignored and unsupported
  --out <dir>        write report.html, .json, .junit.xml, .md and .schema.json there
  --compare <dir>    another assembly: what does this stack do better or worse than that one?
  --live             open the world on localhost: a store that you can kill, its edge, the on-call inbox
  --speed <n>        with --live: seconds that pass in one second, 1 to 600 (default 10)
  --port <n>         with --live: port of the shop (default 8080, 0 for any)
  --control-port <n> with --live: port of the control page (default 8081, 0 for any)
  --version          which version this is
  --help             this text

Exit code: 0 when everything held, 1 when a budget, an expectation or a prediction was missed, 2 when it could not be
rehearsed.
`;

/**
 * Reads the command line.
 * @throws CliError
 */
export function parseOptions(args: readonly string[]): CliOptions {
  const { values } = parse(args);
  const live = values.live ?? false;
  const options: CliOptions = {
    help: values.help ?? false,
    version: values.version ?? false,
    live,
    app: values.app,
    topology: topology(values.topology ?? (live ? 'edge' : 'both'), live),
    scenarios: values.scenario ?? [],
    list: values.list ?? false,
    schema: values.schema ?? false,
    verbose: values.verbose ?? false,
    compare: values.compare,
    out: values.out,
    choice: { store: values.store, parameters: parametersIn(values.parameter) },
    seed: whole('--seed', values.seed ?? '1', [0, 4_294_967_295]),
    speed: whole('--speed', values.speed ?? '10', [1, 600]),
    port: whole('--port', values.port ?? '8080', [0, 65_535]),
    controlPort: whole('--control-port', values['control-port'] ?? '8081', [0, 65_535]),
  };
  refuseTogether(values);
  return options;
}

/** Every option, as Node reads it. */
export const OPTIONS = {
  app: { type: 'string' },
  compare: { type: 'string' },
  'control-port': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  list: { type: 'boolean' },
  live: { type: 'boolean' },
  out: { type: 'string' },
  port: { type: 'string' },
  scenario: { type: 'string', multiple: true },
  parameter: { type: 'string', multiple: true },
  schema: { type: 'boolean' },
  seed: { type: 'string' },
  speed: { type: 'string' },
  store: { type: 'string' },
  topology: { type: 'string' },
  verbose: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS });
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : String(error)}; see --help`, {
      cause: error,
    });
  }
}

type Values = ReturnType<typeof parse>['values'];

/** In a live rehearsal a person breaks the store; a played one knows no speed and no ports. */
const PLAYED = ['scenario', 'compare', 'out', 'list', 'schema', 'verbose'] as const;
const LIVED = ['speed', 'port', 'control-port'] as const;

function refuseTogether(values: Values): void {
  const given = (option: keyof Values) => values[option] !== undefined;
  const { live } = values;
  const wrong = (live ? PLAYED : LIVED).find(given);
  if (wrong !== undefined && live)
    throw new CliError(`--${wrong}: not possible with --live; leave one of them out`);
  if (wrong !== undefined) throw new CliError(`--${wrong}: only with --live; add --live, or leave it out`);
  const settled = (['app', 'compare'] as const).find(given);
  if (given('topology') && settled !== undefined)
    throw new CliError(
      `--topology: not possible with --${settled}, whose assembly has one already; leave one of them out`,
    );
}

/** `--parameter /shop/name=value`, as the CDK CLI's `--parameters` has it. */
function parametersIn(given: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
      if (name === undefined || value === undefined)
        throw new CliError(`--parameter: must be <name>=<value>, got ${text}`);
      return [name, value];
    }),
  );
}

function topology(value: string, live: boolean): CliOptions['topology'] {
  if (value === 'edge' || value === 'dns' || (value === 'both' && !live)) return value;
  throw new CliError(
    `--topology: must be ${live ? 'edge or dns with --live' : 'edge, dns or both'}, got ${value}`,
  );
}

function whole(option: string, text: string, [min, max]: readonly [number, number]): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new CliError(`${option}: must be a whole number from ${min} to ${max}, got ${text}`);
}
