import pc from 'picocolors';
import { compareReports } from '../report/compare/compare-reports';
import { comparisonText } from '../report/compare/comparison-text';
import type { Report } from '../report/report-schema';
import type { TerminalStyle } from '../report/terminal/style';
import { type Shown, terminalReport } from '../report/terminal/terminal-report';
import { chooseScenarios } from './choose-scenarios';
import { findAssemblies } from './find-assemblies';
import type { Terminal } from './main';
import type { CliOptions } from './options';
import { playAll } from './play-all';
import { progressOn } from './progress';
import type { Synthesize } from './synthesize';
import { makeFolder, writeReports } from './write-reports';

/** The scenario that is told in full unless another failed or others are asked for. */
const HEADLINE = 'origin refuses';

/**
 * Plays what the options ask for and reports it.
 * @returns whether everything held
 */
export async function play(
  options: CliOptions,
  { stdout, stderr }: Terminal,
  synthesize: Synthesize,
): Promise<boolean> {
  const { seed, compare, out, choice } = options;
  // A mistake in a scenario or in a folder is told before anything is synthesized.
  const scenarios = chooseScenarios(options.scenarios);
  if (out !== undefined) makeFolder(out);
  const assemblies = await findAssemblies(options, stderr, synthesize);
  const progress = progressOn(stderr);
  const played = await playAll({ assemblies, scenarios, seed, choice }, progress);
  const style = styleFor(stdout);
  if (compare === undefined) {
    stdout.write(terminalReport(played, style, shown(options, played)));
    if (out !== undefined) stderr.write(writeReports(played, out));
    return played.passed;
  }
  const other = await playAll({ assemblies: [compare], scenarios, seed, choice }, progress);
  const comparison = compareReports(other, played);
  stdout.write(comparisonText(comparison, played, style));
  if (out !== undefined) stderr.write(writeReports({ ...played, comparison }, out));
  return played.passed;
}

/** Who reads of a failure wants to know what happened. */
function shown({ scenarios, verbose }: CliOptions, report: Report): Shown {
  const headline =
    report.scenarios.find(({ passed }) => !passed) ?? report.scenarios.find(({ name }) => name === HEADLINE);
  return {
    inFull: (scenario) => verbose || scenarios.length === 1 || scenario === headline,
    coverage: verbose,
  };
}

/** Colours on a terminal only: `isTTY` is missing, not false, where there is none, and picocolors would then guess. */
const styleFor = (stdout: NodeJS.WriteStream): TerminalStyle => ({
  colors: pc.createColors(stdout.isTTY === true && pc.isColorSupported),
  width: Math.min(stdout.columns ?? 100, 110),
});
