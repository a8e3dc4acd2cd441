import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudAssembly } from '@aws-cdk/cloud-assembly-api';
import { marksOf } from '../../lib/rehearsal/judge/verdict/message-marks';
import { readBlueprint } from '../../lib/rehearsal/play/world/blueprint';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';
import { parseScenario } from '../../lib/rehearsal/scenario/parse-scenario';
import type { Scenario } from '../../lib/rehearsal/scenario/scenario';
import { APP_CONTEXT } from '../helpers/store-props';

/** Long enough for the second contact, and no longer than the next promised update. */
const LASTS = parseScenario(
  `
name: nobody acknowledges
hypothesis: the second contact is called once
likelihood: 2
impact: 5
owner: platform team
faults:
  - kind: refuses
    fromSeconds: 0
    toSeconds: 1200
endSeconds: 1980
expectations:
  budgets: { worstWaitSeconds: 1 }
`,
  'lasts.yaml',
);

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
    const { verdict, events } = await rehearse({ assembly: readBlueprint(outdir), scenario });
    const messages = events.flatMap((event) => (event.kind === 'message' ? [event] : []));
    const statesTo = (endpoint: string) =>
      messages
        .filter((message) => message.endpoint === endpoint)
        .map(({ subject, body }) => marksOf(subject, body).state);
    return { statesTo, missed: verdict.findings.filter(({ passed }) => !passed) };
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
      const { statesTo, missed } = await play(builtInScenario(name));
      expect(missed).toEqual([]);
      expect(statesTo('on-call@example.com')).toEqual(['INVESTIGATING', 'MONITORING', 'RESOLVED']);
    },
  );

  test('calls the second contact once when nobody acknowledges, and rings no phone a second time for it', async () => {
    const { statesTo, missed } = await play(LASTS);
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
