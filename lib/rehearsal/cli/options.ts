import { Command } from '@commander-js/extra-typings';
import { CliError } from '../../command-line/cli-error';
import type { AssemblyChoice } from '../play/world/prepared-assembly';
import type { Topology } from './assembly-folder';
import { withRehearsal } from './declare-options';

/** What the command was asked to do. */
export interface CliOptions {
  /** Whether standard output is the JSON report, and what people read goes to standard error. */
  readonly json: boolean;
  readonly live: boolean;
  /** An assembly that exists already, or the command line of an app. @default - the app of this folder */
  readonly app?: string | undefined;
  /** What the app is told by its context. @default - every one that it has, the first with `live` */
  readonly topology?: Topology | 'both' | undefined;
  /** Names of built-in scenarios and paths of scenario files. Empty: every built-in one. */
  readonly scenarios: readonly string[];
  /** Whether to print the scenarios that come with Understudy, and nothing else. */
  readonly list: boolean;
  /** Whether to print the JSON Schema of scenario files, and nothing else. */
  readonly schema: boolean;
  /** Whether to tell every scenario in full. */
  readonly verbose: boolean;
  /** Another assembly, to compare with. @default - none */
  readonly compare?: string | undefined;
  /** Whether to play what AWS gives no number for at both ends of its range, too. */
  readonly uncertainty: boolean;
  /** A folder for the report in its other forms. @default - the terminal only */
  readonly out?: string | undefined;
  /** Which store of the app, and what parameters are at deployment. */
  readonly choice: AssemblyChoice;
  readonly seed: number;
  readonly speed: number;
  readonly port: number;
  readonly controlPort: number;
}

/** What the command line gave. */
export type RehearsalValues = ReturnType<ReturnType<typeof declared>['opts']>;

const declared = () => withRehearsal(new Command('rehearse'));

/**
 * Reads a command line.
 * @throws CliError
 * @throws CommanderError
 */
export function parseOptions(args: readonly string[]): CliOptions {
  const command = declared()
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  return readOptions(command.parse([...args], { from: 'user' }).opts());
}

/** Checks what the command line gave. @throws CliError */
export function readOptions(values: RehearsalValues): CliOptions {
  const live = values.live ?? false;
  const options: CliOptions = {
    json: values.json ?? false,
    live,
    app: values.app,
    topology: topology(values.topology, live),
    scenarios: values.scenario ?? [],
    list: values.list ?? false,
    schema: values.schema ?? false,
    verbose: values.verbose ?? false,
    compare: values.compare,
    uncertainty: values.uncertainty ?? false,
    out: values.out,
    choice: { store: values.store, parameters: parametersIn(values.parameter) },
    seed: whole('--seed', values.seed ?? '1', [0, 4_294_967_295]),
    speed: whole('--speed', values.speed ?? '10', [1, 600]),
    port: whole('--port', values.port ?? '8080', [0, 65_535]),
    controlPort: whole('--control-port', values.controlPort ?? '8081', [0, 65_535]),
  };
  requireFittingOptions(values);
  return options;
}

/** In a live rehearsal a person breaks the store; a played one knows no speed and no ports. */
const PLAYED_ONLY = [
  'scenario',
  'compare',
  'uncertainty',
  'out',
  'list',
  'schema',
  'verbose',
  'json',
] as const;
const LIVE_ONLY = ['speed', 'port', 'controlPort'] as const;

function requireFittingOptions(values: RehearsalValues): void {
  const given = (option: keyof RehearsalValues) => values[option] !== undefined;
  const { live } = values;
  const wrong = (live ? PLAYED_ONLY : LIVE_ONLY).find(given)?.replace('controlPort', 'control-port');
  if (wrong !== undefined && live) {
    throw new CliError(`--${wrong}: not possible with --live; leave one of them out`);
  }
  if (wrong !== undefined) {
    throw new CliError(`--${wrong}: only with --live; add --live, or leave it out`);
  }
  if (given('topology') && given('compare')) {
    throw new CliError(
      '--topology: not possible with --compare, whose assembly has one already; leave one of them out',
    );
  }
}

/** `--parameter /shop/name=value`, as the CDK CLI's `--parameters` has it. */
function parametersIn(given: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
      if (name === undefined || value === undefined) {
        throw new CliError(`--parameter: must be <name>=<value>, got ${text}`);
      }
      return [name, value];
    }),
  );
}

function topology(value: string | undefined, live: boolean): CliOptions['topology'] {
  if (value === undefined || value === 'edge' || value === 'dns' || (value === 'both' && !live)) {
    return value;
  }
  throw new CliError(
    `--topology: must be ${live ? 'edge or dns with --live' : 'edge, dns or both'}, got ${value}`,
  );
}

function whole(option: string, text: string, [min, max]: readonly [number, number]): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) {
    return value;
  }
  throw new CliError(`${option}: must be a whole number from ${min} to ${max}, got ${text}`);
}
