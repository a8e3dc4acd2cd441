import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudAssembly } from '@aws-cdk/cloud-assembly-api';
import { marksOf } from '../../lib/rehearsal/judge/verdict/parse-message';
import { prepareAssembly } from '../../lib/rehearsal/play/world/prepared-assembly';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario, builtInScenarios } from '../../lib/rehearsal/scenario/load-scenario';
import type { Scenario } from '../../lib/rehearsal/scenario/scenario';
import { APP_CONTEXT } from '../helpers/store-props';

/** Runs the app as the CDK CLI does: context and output folder come in the environment. */
const synthesize = (outdir: string) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'bin/every-worry.ts'], {
    cwd: join(__dirname, '../..'),
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify(APP_CONTEXT),
    },
  });

describe('the store with every worry', () => {
  let outdir: string;
  let synthesis: { readonly status: number | null; readonly stderr: string };
  beforeAll(() => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-'));
    synthesis = synthesize(outdir);
  });
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  test('is an app that can be synthesized as it stands, without credentials', () => {
    expect(synthesis).toMatchObject({ status: 0 });
    expect(new CloudAssembly(outdir).getStackByName('Understudy').terminationProtection).toBe(true);
  });

  const play = async (scenario: Scenario) => {
    const { verdict, events } = await rehearse({ assembly: prepareAssembly(outdir), scenario });
    const messages = events.flatMap((event) => (event.kind === 'message' ? [event] : []));
    const statesTo = (endpoint: string) =>
      messages
        .filter((message) => message.endpoint === endpoint)
        .map(({ subject, body }) => marksOf(subject, body).state);
    return { verdict, statesTo, missed: verdict.findings.filter(({ passed }) => !passed) };
  };

  test('holds its rehearsal, and calls no second contact for what its checkers know to be over', async () => {
    const { statesTo, missed } = await play(builtInScenario('origin refuses'));
    expect(missed).toEqual([]);
    expect(statesTo('on-call@example.com')).toEqual(['INVESTIGATING', 'MONITORING', 'RESOLVED']);
    expect(statesTo('head-of-shop@example.com')).toEqual([]);
  });

  test.each(['503 storm', 'black hole'])(
    'tells an outage once, whichever alarm comes first: %s',
    async (name) => {
      const { statesTo } = await play(builtInScenario(name));
      expect(statesTo('on-call@example.com')).toEqual(['INVESTIGATING', 'MONITORING', 'RESOLVED']);
    },
  );

  test('tells one person of an ordinary outage ten times at most, over all channels', async () => {
    const { verdict } = await play(builtInScenario('origin refuses'));
    const notifications = verdict.findings.find(({ what }) => what.startsWith('notifications to one person'));
    expect(notifications?.measured).toBeLessThanOrEqual(10);
  });

  test.each(
    builtInScenarios()
      .filter(({ topologies }) => topologies.includes('edge'))
      .map((scenario) => [scenario.name, scenario] as const),
  )('holds: %s', async (_name, scenario) => {
    expect((await play(scenario)).missed).toEqual([]);
  });

  test('calls the second contact once when nobody acknowledges, and rings no phone a second time for it', async () => {
    const { statesTo, missed } = await play(builtInScenario('nobody acknowledges'));
    expect(missed).toEqual([]);
    expect(statesTo('on-call@example.com')).toEqual([
      'INVESTIGATING',
      'UNACKNOWLEDGED',
      'MONITORING',
      'RESOLVED',
    ]);
    expect(statesTo('head-of-shop@example.com')).toEqual(['UNACKNOWLEDGED', 'MONITORING', 'RESOLVED']);
    expect(statesTo('+48123456789')).toEqual(['INVESTIGATING', 'RESOLVED']);
  });
});
