import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Understudy } from '../../../lib';
import { RehearsalError, type RehearseOptions, rehearse, type ScenarioInput } from '../../../lib/rehearsal';
import { playRun } from '../../../lib/rehearsal/cli/play-run';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';
import { APP_CONTEXT, storeProps } from '../../helpers/store-props';

const SHORT: ScenarioInput = {
  name: 'short',
  hypothesis: 'Nobody is told of ten seconds',
  likelihood: 5,
  impact: 1,
  owner: 'platform team',
  faults: [{ kind: 'refuses', fromSeconds: 0, toSeconds: 10 }],
  endSeconds: 120,
  expectations: { failover: 'stays', messages: 'none' },
};

const anything = (value: unknown) => value as never;

async function messageOf(options: RehearseOptions, app?: string): Promise<string> {
  const error = await rehearse(app ?? (await exampleAssembly('dns')), options).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(RehearsalError);
  return error.message;
}

describe('rehearse(app)', () => {
  test('reports what the command reports', async () => {
    const assembly = await exampleAssembly('edge');
    const { report, passed } = await rehearse(assembly, { scenarios: ['15-second blip'], seed: 4 });
    expect(report).toEqual(await playRun({ assembly, scenario: builtInScenario('15-second blip'), seed: 4 }));
    expect(passed).toBe(report.passed);
    const [scenario] = report.scenarios;
    expect(scenario?.findings.length).toBeGreaterThan(5);
    expect(scenario?.timeline.map(({ kind }) => kind)).toContain('fault');
    expect(scenario?.predicted).toHaveProperty('detectMs');
  });

  test('plays scenarios that are given as objects and files, each under its name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'understudy-scenario-'));
    const file = join(folder, 'own.yaml');
    writeFileSync(file, JSON.stringify({ ...SHORT, name: 'of a file' }));
    const { report, passed, command, assembly } = await rehearse(await exampleAssembly('edge'), {
      scenarios: [SHORT, file, '15-second-blip'],
      seed: 2,
    });
    rmSync(folder, { recursive: true });
    expect(report.scenarios.map(({ name }) => name)).toEqual(['short', 'of a file', '15-second blip']);
    expect(passed).toBe(true);
    expect(command('short')).toBeUndefined();
    expect(command('of a file')).toBe(
      `npx understudy rehearse --app ${assembly} --scenario ${file} --seed 2`,
    );
    expect(command('15-second blip')).toMatch(/ --scenario 15-second-blip --seed 2$/);
  });

  test('synthesizes an app, and reads a stage of it, whose assets lie in the app', async () => {
    const app = new App({ context: APP_CONTEXT });
    const stage = new Stage(app, 'Prod');
    new Understudy(new Stack(stage, 'Shop', { env: { region: 'us-east-1' } }), 'Understudy', storeProps());
    const ofStage = await rehearse(stage, { scenarios: [SHORT] });
    const ofApp = await rehearse(app, { scenarios: [SHORT] });
    expect(ofStage.report).toEqual(ofApp.report);
    expect(ofStage.passed).toBe(true);
    expect(ofStage.assembly).toBe(join(ofApp.assembly, 'assembly-Prod'));
  });

  test.each<[string, RehearseOptions, string | RegExp]>([
    [
      'a scenario that there is not',
      { scenarios: ['origin refuse'] },
      /^scenario: there is none of this name, got "origin refuse"; write a file's path or one of /,
    ],
    [
      'a mistake in a scenario',
      { scenarios: [{ ...SHORT, faults: [{ ...SHORT.faults[0], kind: 'refuse' }] } as never] },
      /^scenario "short": faults\[0\]\.kind: must be one of refuses, .*, got "refuse"; did you mean "refuses"\?$/,
    ],
    [
      'two scenarios of one name',
      { scenarios: [SHORT, { ...SHORT }] },
      'scenarios: must have different names, got "short" twice; rename one',
    ],
    [
      'only scenarios of another topology',
      { scenarios: ['origin DNS fails'] },
      /^scenarios: none makes sense for the topology dns, got .*; see "topologies" in the scenario$/,
    ],
    [
      'an option that there is not',
      anything({ scenario: ['blip'] }),
      'rehearse: scenario: is not known; allowed here: seed, store, parameters, scenarios; did you mean "scenarios"?',
    ],
    [
      'a seed out of range',
      { seed: 4_294_967_296 },
      'rehearse: seed: must be at most 4294967295, got 4294967296',
    ],
    ['a negative seed', { seed: -1 }, 'rehearse: seed: must be at least 0, got -1'],
  ])('says what is wrong with %s', async (_, options, message) => {
    const text = await messageOf(options);
    if (typeof message === 'string') {
      expect(text).toBe(message);
    } else {
      expect(text).toMatch(message);
    }
  });

  test('speaks of a folder without an assembly in the words of a program', async () => {
    expect(await messageOf({}, '/nowhere')).toBe(
      'app: no cloud assembly there, got /nowhere; pass a folder that cdk synth wrote, such as cdk.out',
    );
  });

  test('leaves the error of an app as it is', async () => {
    const app = {
      synth: () => {
        throw new TypeError('of the app');
      },
    };
    await expect(rehearse(app)).rejects.toThrow(new TypeError('of the app'));
  });
});
