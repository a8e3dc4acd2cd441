import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { Answers } from '../../../lib/operator/init/answers';
import { SMALL_DOLLARS } from '../../../lib/operator/init/small';
import { propsOf } from '../../../lib/operator/init/store-code';
import { totalDollars } from '../../../lib/rehearsal/facts/monthly-cost';
import { prepareAssembly } from '../../../lib/rehearsal/play/world/prepared-assembly';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { Understudy } from '../../../lib/understudy';
import { APP_CONTEXT } from '../../helpers/store-props';
import { ANSWERS, PLACES } from './some-answers';

// CDK's own validation, which other suites do without, is part of what is tested.
process.env['CDK_VALIDATION'] = 'true';

describe.each(Object.keys(PLACES))('a small store at %s', (place) => {
  describe.each(['edge', 'dns'] as const)('%s', (topology) => {
    const outdir = mkdtempSync(join(tmpdir(), 'understudy-small-'));
    afterAll(() => rmSync(outdir, { recursive: true }));

    const play = async (...scenarios: readonly string[]) => {
      const answers: Answers = { ...ANSWERS, ...PLACES[place], topology, small: true };
      const app = new App({ outdir, context: APP_CONTEXT });
      const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
      new Understudy(stack, 'Understudy', propsOf({ ...answers, secondEmails: ['boss@example.com'] }));
      app.synth();
      const assembly = prepareAssembly(outdir);
      return Promise.all(scenarios.map((name) => rehearse({ assembly, scenario: builtInScenario(name) })));
    };

    test(`costs at most $${SMALL_DOLLARS} a month, and holds what it promises`, async () => {
      const played = await play(
        'origin refuses',
        'black hole',
        'wrong content',
        'flapping',
        'emergency page deleted',
        'status function broken',
      );
      for (const { verdict, cost } of played) {
        expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
        expect(totalDollars(cost)).toBeLessThanOrEqual(SMALL_DOLLARS);
        expect(totalDollars(cost)).toBeGreaterThan(0);
      }
    });
  });
});
