import pc from 'picocolors';
import { RehearsalError } from '../errors';
import { compareReports } from '../report/compare/compare-reports';
import { comparisonText } from '../report/compare/comparison-text';
import type { Report } from '../report/report-schema';
import type { TerminalStyle } from '../report/terminal/style';
import { terminalReport } from '../report/terminal/terminal-report';
import { chooseScenarios, listScenarios } from './choose-scenarios';
import { type CliOptions, HELP, parseOptions, UsageError } from './options';
import { playAll, topologyOf } from './play-all';
import { playLive } from './play-live';
import { progressOn } from './progress';
import { synthesize } from './synthesize';
import { writeReports } from './write-reports';

/** The terminal, as far as the command needs it. */
export interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
}

const PASSED = 0;
const MISSED = 1;
const NOT_REHEARSED = 2;

/** The scenario that is told in full unless others are asked for. */
const HEADLINE = 'origin refuses';

/**
 * `npm run rehearse`.
 * @returns the exit code
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(parseOptions(args), terminal);
  } catch (error) {
    if (!(error instanceof RehearsalError || error instanceof UsageError)) throw error;
    progressOn(terminal.stderr).clear();
    terminal.stderr.write(`${error.message}\n`);
    return NOT_REHEARSED;
  }
}

async function run(options: CliOptions, terminal: Terminal): Promise<number> {
  if (options.help) terminal.stdout.write(HELP);
  else if (options.list) terminal.stdout.write(listScenarios());
  else if (options.live)
    return playLive((await findAssemblies(options, terminal))[0] ?? '', options, terminal);
  else return play(options, terminal);
  return PASSED;
}

async function findAssemblies(
  { app, topology, compare }: CliOptions,
  { stderr }: Terminal,
): Promise<readonly string[]> {
  if (app !== undefined) return [app];
  const topologies = compare !== undefined ? [counterpart(compare)] : topology === 'both' ? BOTH : [topology];
  stderr.write(`Synthesizing ${topologies.join(' and ')} ...\n`);
  return Promise.all(topologies.map(synthesize));
}

const BOTH = ['edge', 'dns'] as const;

/** Like is compared with like. */
const counterpart = (assembly: string): 'edge' | 'dns' => (topologyOf(assembly) === 'dns' ? 'dns' : 'edge');

async function play(options: CliOptions, terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  const { seed } = options;
  // A mistake in a scenario is told before anything is synthesized.
  const scenarios = chooseScenarios(options.scenarios);
  const assemblies = await findAssemblies(options, terminal);
  const progress = progressOn(stderr);
  const report = await playAll({ assemblies, scenarios, seed }, progress);
  const style = styleFor(stdout);
  if (options.compare !== undefined) {
    const other = await playAll({ assemblies: [options.compare], scenarios, seed }, progress);
    stdout.write(comparisonText(compareReports(other, report), style));
  } else {
    stdout.write(terminalReport(report, style, shown(options, report)));
  }
  if (options.out !== undefined) stderr.write(writeReports(report, options.out));
  return report.passed ? PASSED : MISSED;
}

function shown({ scenarios, verbose }: CliOptions, report: Report) {
  const [first] = report.assemblies;
  const isHeadline = ({ name, topology }: Report['scenarios'][number]) =>
    name === HEADLINE && topology === first?.topology;
  return {
    inFull: verbose || scenarios.length === 1 ? () => true : isHeadline,
    coverage: verbose,
  };
}

const styleFor = (stdout: NodeJS.WriteStream): TerminalStyle => ({
  colors: pc.createColors(stdout.isTTY && pc.isColorSupported),
  width: Math.min(stdout.columns ?? 100, 110),
});
