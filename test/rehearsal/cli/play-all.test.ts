import { playAll } from '../../../lib/rehearsal/cli/play-all';
import { jsonReport } from '../../../lib/rehearsal/report/json-report';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';
import { editedAssembly } from '../helpers/edited-assembly';

const scenarios = ['origin DNS fails', '15-second blip'].map(builtInScenario);
const quiet = { show: () => undefined, clear: () => undefined };

/** The tests have fewer runs than would be worth another process. */
const PROCESSES = 2;

describe('several assemblies', () => {
  test('are played by several processes and reported scenario by scenario', async () => {
    const shown: string[] = [];
    const assemblies = [await exampleAssembly('edge'), await exampleAssembly('dns')];
    const progress = { ...quiet, show: (text: string) => shown.push(text) };
    const report = await playAll({ assemblies, scenarios, seed: 1 }, progress, PROCESSES);
    expect(report.scenarios.map(({ name, topology }) => `${name}, ${topology}`)).toEqual([
      'origin DNS fails, edge',
      '15-second blip, edge',
      '15-second blip, dns',
    ]);
    expect(report.assemblies.map(({ topology }) => topology)).toEqual(['edge', 'dns']);
    expect(shown).toHaveLength(3);
    expect(shown.at(-1)).toMatch(/^3 of 3: /);
  });

  test('come to what each comes to alone, byte for byte', async () => {
    const [edge, dns] = [await exampleAssembly('edge'), await exampleAssembly('dns')];
    const together = await playAll({ assemblies: [edge, dns], scenarios, seed: 5 }, quiet, PROCESSES);
    const alone = await playAll({ assemblies: [dns], scenarios, seed: 5 }, quiet, 1);
    const own = {
      ...together,
      ...alone,
      scenarios: together.scenarios.filter(({ topology }) => topology === 'dns'),
    };
    expect(jsonReport(own)).toBe(jsonReport(alone));
  });

  test('fail together when one of them can not be rehearsed', async () => {
    const edited = await editedAssembly('dns', (resources) => {
      const TXT = { Type: 'TXT', TTL: '60', ResourceRecords: ['"a text"'] };
      const RecordSets = [{ Name: 'shop.example.com.', ...TXT }];
      resources['Records'] = { Type: 'AWS::Route53::RecordSetGroup', Properties: { RecordSets } };
    });
    try {
      const assemblies = [await exampleAssembly('edge'), edited.directory];
      await expect(playAll({ assemblies, scenarios, seed: 1 }, quiet, PROCESSES)).rejects.toMatchObject({
        name: 'RehearsalError',
        code: 'UNSUPPORTED_RESOURCE',
        message: expect.stringContaining('Understudy/Records'),
      });
    } finally {
      edited.remove();
    }
  });
});
