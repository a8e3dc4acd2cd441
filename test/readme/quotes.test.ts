import { App, Stack } from 'aws-cdk-lib';
import pc from 'picocolors';
import { Understudy } from '../../lib';
import { playRun } from '../../lib/rehearsal/cli/play-run';
import { type CostItem, totalDollars } from '../../lib/rehearsal/facts/monthly-cost';
import { mergeReports } from '../../lib/rehearsal/report/merge-reports';
import { terminalReport } from '../../lib/rehearsal/report/terminal/terminal-report';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenarios } from '../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../helpers/example-assembly';
import { storeProps } from '../helpers/store-props';
import { ORIGIN_REFUSES } from '../rehearsal/helpers/origin-refuses';
import { blocksIn, blocksOf, textOf } from './papers';

/** How many, in words. */
const NUMBERS = [
  'twenty',
  ...'one two three four five six seven eight nine'.split(' ').map((n) => `twenty-${n}`),
]
  .concat('thirty')
  .concat('one two three four five six seven eight nine'.split(' ').map((n) => `thirty-${n}`));

describe('what papers quote', () => {
  test('of mistakes in props is what synth says', () => {
    const quoted = blocksIn('')
      .find(({ text }) => text.includes('mistakes in the props'))
      ?.text.trim();
    const stack = new Stack(new App(), 'Stack', { env: { region: 'us-east-1' } });
    const endpoint = { name: 'home', path: 'index', searchString: 'Example Shop', critical: true };
    const props = storeProps({ healthChecks: { endpoints: [endpoint], failureThreshold: 11 } });
    expect(quoted).toBeDefined();
    expect(() => new Understudy(stack, 'Understudy', props)).toThrow(quoted);
  });

  test('of unknown props is what synth says', () => {
    const stack = new Stack(new App(), 'Stack', { env: { region: 'us-east-1' } });
    const [quoted = ''] = textOf('lib/README.md').match(/cutover: is not a prop[^`]*/) ?? [];
    const props = { ...storeProps(), cutover: false };
    expect(quoted).not.toBe('');
    expect(() => new Understudy(stack, 'Understudy', props)).toThrow(quoted);
  });

  test('of the cost is what the rehearsal computes, item by item', async () => {
    const [, section = ''] = textOf('lib/README.md').split('\n## Cost\n');
    const rows = [...section.matchAll(/^\| .* \| (\d+) \| ([\d.]+) \|$/gm)];
    const edge = await costOf('edge');
    expect(rows.map(([, count, dollars]) => [count, dollars])).toEqual(
      edge.map(({ count, dollars }) => [String(count), dollars.toFixed(2)]),
    );
    for (const paper of ['README.md', 'lib/README.md']) {
      expect(textOf(paper)).toContain(totalDollars(edge).toFixed(2));
      expect(textOf(paper)).toContain(totalDollars(await costOf('dns')).toFixed(2));
    }
  });

  test('of a rehearsal is what the terminal shows', async () => {
    const assemblies = await Promise.all([exampleAssembly('edge'), exampleAssembly('dns')]);
    const played = { scenario: ORIGIN_REFUSES, seed: 1 };
    const reports = [];
    for (const assembly of assemblies) {
      reports.push(await playRun({ ...played, assembly }));
    }
    const report = mergeReports(reports, [ORIGIN_REFUSES.name], 1);
    const style = { colors: pc.createColors(false), width: 100 };
    const shown = terminalReport(report, style, { told: () => false, whole: false })
      .split('\n')
      .map(plain);
    const quoted = plain(blocksOf('README.md').find(({ text }) => text.includes('PASSED:'))?.text ?? '');
    const rows = shown.filter((line) => /^(seconds|origin refuses) /.test(line));
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(quoted).toContain(row);
    }
    const plays = builtInScenarios().flatMap(({ topologies }) => topologies).length;
    expect(quoted).toContain(`PASSED: ${plays} rehearsals held`);
  });

  test('of the number of scenarios is what there is', () => {
    const number = NUMBERS[builtInScenarios().length - 20];
    expect(textOf('README.md')).toContain(`plays ${number} scenarios`);
  });
});

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const costOf = async (topology: 'edge' | 'dns'): Promise<readonly CostItem[]> =>
  (await rehearse({ assembly: await exampleAssembly(topology), scenario: ORIGIN_REFUSES })).cost;
