import pc from 'picocolors';
import { RehearsalError } from '../errors';
import { rehearse } from '../rehearsal';
import { terminalReport } from '../report/terminal-report';
import { ORIGIN_REFUSES } from '../scenario/origin-refuses';
import { type CliOptions, HELP, parseOptions, UsageError } from './options';
import { playLive } from './play-live';
import { synthesize } from './synthesize';

/** The terminal, as far as the command needs it. */
export interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
}

const PASSED = 0;
const MISSED = 1;
const NOT_REHEARSED = 2;

/**
 * `npm run rehearse`.
 * @returns the exit code
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options.help) {
      terminal.stdout.write(HELP);
      return PASSED;
    }
    const assemblies = await findAssemblies(options, terminal);
    return options.live
      ? await playLive(assemblies[0] ?? '', options, terminal)
      : await playAll(assemblies, options, terminal);
  } catch (error) {
    if (!(error instanceof RehearsalError || error instanceof UsageError)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return NOT_REHEARSED;
  }
}

async function findAssemblies(
  { app, topology }: CliOptions,
  { stderr }: Terminal,
): Promise<readonly string[]> {
  if (app !== undefined) return [app];
  const topologies = topology === 'both' ? (['edge', 'dns'] as const) : [topology];
  stderr.write(`Synthesizing ${topologies.join(' and ')} ...\n`);
  return Promise.all(topologies.map(synthesize));
}

async function playAll(
  assemblies: readonly string[],
  { seed }: CliOptions,
  { stdout }: Terminal,
): Promise<number> {
  const colors = pc.createColors(stdout.isTTY && pc.isColorSupported);
  const style = { colors, width: Math.min(stdout.columns ?? 100, 110) };
  let code = PASSED;
  for (const assembly of assemblies) {
    const result = await rehearse({ assembly, scenario: ORIGIN_REFUSES, seed });
    stdout.write(`${terminalReport(result, style)}\n`);
    if (!result.verdict.passed) code = MISSED;
  }
  return code;
}
