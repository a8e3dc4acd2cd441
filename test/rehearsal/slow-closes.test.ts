import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { type PreparedAssembly, prepareAssembly } from '../../lib/rehearsal/play/world/prepared-assembly';
import { buildReport } from '../../lib/rehearsal/report/build-report';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';
import { parseScenario } from '../../lib/rehearsal/scenario/parse-scenario';
import { Understudy } from '../../lib/understudy';
import { exampleAssembly } from '../helpers/example-assembly';
import { APP_CONTEXT, DNS, EDGE, storeProps } from '../helpers/store-props';

const answersAfter = (delaySeconds: number) =>
  parseScenario(
    `
name: answers late
hypothesis: two seconds from connecting to the status are in time, anything longer is not
likelihood: 3
impact: 3
owner: store team
faults:
  - kind: slow
    delaySeconds: ${delaySeconds}
    fromSeconds: 0
    toSeconds: 120
endSeconds: 180
`,
    'late.yaml',
  );

describe('a store that is slow', () => {
  // The store takes 0.12 s when it is well.
  test.each([
    [1.88, false],
    [1.881, true],
  ])(
    'is closed when its status comes more than two seconds after connecting: %d s later than usual',
    async (delay, closed) => {
      const { events } = await rehearse({
        assembly: await exampleAssembly('edge'),
        scenario: answersAfter(delay),
      });
      expect(events.some((event) => event.kind === 'dns-answer')).toBe(closed);
    },
  );

  test.each(['edge', 'dns'] as const)(
    'costs more closed than open, and the report shows both: %s',
    async (topology) => {
      const scenario = builtInScenario('slow but alive');
      const result = await rehearse({ assembly: await exampleAssembly(topology), scenario });
      const { minutes, whenOpen } = buildReport([result], 1).scenarios[0]?.loss ?? {};
      expect(minutes).toBeGreaterThan(7);
      expect(whenOpen?.minutes).toBe(0);
    },
  );

  test('is not played open where it was not closed, or more was wrong with it', async () => {
    const assembly = await exampleAssembly('edge');
    expect((await rehearse({ assembly, scenario: answersAfter(1) })).lossWhenOpen).toBeUndefined();
    expect((await rehearse({ assembly, scenario: builtInScenario('hangs') })).lossWhenOpen).toBeUndefined();
  });
});

describe.each([
  ['edge', EDGE],
  ['dns', DNS],
] as const)('a store that slowness does not close: %s', (_name, topology) => {
  let outdir: string;
  let assembly: PreparedAssembly;
  beforeAll(() => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-slow-'));
    const app = new App({ outdir, context: APP_CONTEXT });
    const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
    const { healthChecks } = storeProps();
    new Understudy(
      stack,
      'Understudy',
      storeProps({ topology, healthChecks: { ...healthChecks, slowCloses: false } }),
    );
    app.synth();
    assembly = prepareAssembly(outdir);
  });
  afterAll(() => rmSync(outdir, { recursive: true }));

  const play = async (name: string) => {
    const { verdict, events, predicted } = await rehearse({ assembly, scenario: builtInScenario(name) });
    expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
    return {
      loss: verdict.loss,
      predicted,
      closed: events.some((event) => event.kind === 'dns-answer' && event.answer === 'SECONDARY'),
      subjects: events.flatMap((event) => (event.kind === 'message' ? [event.subject] : [])),
    };
  };

  test('sells on, and on-call hears that it fails or is slow, not that it is down', async () => {
    const { closed, subjects, loss, predicted } = await play('slow but alive');
    expect(closed).toBe(false);
    expect(loss.minutes).toBe(0);
    expect(predicted.never).toContain('detectMs');
    expect(subjects.join('\n')).toContain('[SEV2] INVESTIGATING shop.example.com: store failing or slow');
    expect(subjects.join('\n')).not.toContain('store down');
  });

  test.each(['hangs', '503 storm', 'wrong content'])('stays open, as it gave that up: %s', async (name) => {
    expect((await play(name)).closed).toBe(false);
  });

  test.each([
    ['origin refuses', 32_000],
    // A checker of type TCP waits ten seconds for a connection, three times.
    ['black hole', 62_000],
  ])('is closed when nothing connects, as predicted: %s', async (name, latestMs) => {
    const { closed, predicted } = await play(name);
    expect(closed).toBe(true);
    expect(predicted.detectMs?.latestMs).toBe(latestMs);
  });
});
