import { playAll } from '../../../lib/rehearsal/cli/play-all';
import { playUncertainty } from '../../../lib/rehearsal/cli/play-uncertainty';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';

const quiet = { show: () => undefined, clear: () => undefined };

describe('rehearsal over what AWS does not tell', () => {
  test('plays the ends, and where one breaks something, from where on', async () => {
    const programme = {
      assemblies: [await exampleAssembly('dns')],
      scenarios: [builtInScenario('origin refuses')],
      seed: 1,
    };
    const usual = await playAll(programme, quiet, 1);
    expect(usual.passed).toBe(true);
    const shown: string[] = [];
    const progress = { ...quiet, show: (text: string) => shown.push(text) };
    const ends = [
      { unknown: 'route53MetricDelayMs', value: 180_000 },
      { unknown: 'edgeObjects', value: 100_000 },
    ] as const;
    const { plays, findings, unknowns } = await playUncertainty(
      programme,
      { usual, ends, processes: 1 },
      progress,
    );
    // At the defaults, at two ends, and at four values on the way to the one that breaks something.
    expect(plays).toBe(1 + 2 + 4);
    expect(shown).toHaveLength(2 + 4);
    expect(shown.at(-1)).toMatch(/, 6 of 6: origin refuses$/);
    const alert = findings.find(({ what }) => what === 'on-call has a message');
    expect(alert).toMatchObject({ topology: 'dns', held: 'at the default' });
    const [broken] = alert?.brokenBy ?? [];
    expect(broken).toMatchObject({ unknown: 'route53MetricDelayMs' });
    expect(broken?.measured).toBeGreaterThan(180_000);
    expect((broken?.missedAt ?? 0) - (broken?.holdsAt ?? 0)).toBe(30_000);
    expect(unknowns[0]?.name).toBe('route53MetricDelayMs');
    expect(findings.some(({ held }) => held === 'over the range')).toBe(true);
  });
});
