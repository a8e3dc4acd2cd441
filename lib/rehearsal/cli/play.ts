import pc from 'picocolors';
import { compareReports } from '../report/compare/compare-reports';
import { comparisonText } from '../report/compare/comparison-text';
import { jsonResult } from '../report/json-report';
import type { Report } from '../report/report-schema';
import type { TerminalStyle } from '../report/terminal/style';
import { type Shown, terminalReport } from '../report/terminal/terminal-report';
import { chooseScenarios } from '../scenario/choose-scenarios';
import { findAssemblies } from './find-assemblies';
import type { CliOptions } from './options';
import { playAll } from './play-all';
import { playUncertainty } from './play-uncertainty';
import { progressOn } from './progress';
import type { Synthesize } from './synthesize';
import type { Terminal } from './terminal';
import { makeFolder, writeReports } from './write-reports';

/**
 * Plays what the options ask for and reports it.
 * @returns whether everything held
 */
export async function play(
  options: CliOptions,
  { stdout, stderr }: Terminal,
  synthesize: Synthesize,
): Promise<boolean> {
  const { seed, compare, out, choice, uncertainty } = options;
  // A mistake in a scenario or in a folder is told before anything is synthesized.
  const scenarios = chooseScenarios(chosenIn(options));
  if (out !== undefined) {
    makeFolder(out);
  }
  const assemblies = await findAssemblies(options, stderr, synthesize);
  const progress = progressOn(stderr);
  const programme = { assemblies, scenarios, seed, choice };
  const usual = await playAll(programme, progress);
  const played = uncertainty
    ? { ...usual, uncertainty: await playUncertainty(programme, { usual }, progress) }
    : usual;
  const people = options.json ? stderr : stdout;
  const style = styleFor(people);
  if (compare === undefined) {
    people.write(terminalReport(played, style, shown(options, played)));
    if (options.json) {
      stdout.write(jsonResult(played));
    }
    if (out !== undefined) {
      stderr.write(writeReports(played, out));
    }
    return played.passed;
  }
  const other = await playAll({ assemblies: [compare], scenarios, seed, choice }, progress);
  const comparison = compareReports(other, played);
  people.write(comparisonText(comparison, played, style));
  if (options.json) {
    stdout.write(jsonResult({ ...played, comparison }));
  }
  if (out !== undefined) {
    stderr.write(writeReports({ ...played, comparison }, out));
  }
  return played.passed;
}

/** Each scenario takes some fifty plays to see what AWS leaves open: the first that the documentation tells of is enough. */
const HEADLINE = 'origin refuses';

const chosenIn = ({ scenarios, uncertainty }: CliOptions): readonly string[] =>
  uncertainty && scenarios.length === 0 ? [HEADLINE] : scenarios;

/** After a failure people want to know what happened; of many plays that passed, the table tells most. */
function shown({ scenarios, verbose }: CliOptions, report: Report): Shown {
  const failed = report.scenarios.find(({ passed }) => !passed);
  return {
    told: (scenario) => verbose || scenarios.length === 1 || scenario === failed,
    whole: verbose,
  };
}

/** Longer lines are hard to read. */
const WIDEST = 160;

/** Colours on a terminal only: `isTTY` is missing, not false, where there is none, and picocolors would then guess. */
const styleFor = (stdout: NodeJS.WriteStream): TerminalStyle => ({
  colors: pc.createColors(stdout.isTTY === true && pc.isColorSupported),
  width: Math.min(stdout.columns ?? 100, WIDEST),
});
