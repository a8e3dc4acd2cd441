import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import type { TimedEvent } from '../../lib/rehearsal/kernel/event-log';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { parseScenario } from '../../lib/rehearsal/scenario/parse-scenario';
import { Understudy } from '../../lib/understudy';
import { APP_CONTEXT, DNS, EDGE, storeProps } from '../helpers/store-props';

/** Slow enough to annoy, not slow enough for a health check to fail. */
const SLOW = parseScenario(
  `
name: slow for a while
hypothesis: on-call hears of it, and shoppers keep their store
likelihood: 4
impact: 2
owner: store team
faults:
  - kind: slow
    delaySeconds: 1
    fromSeconds: 0
    toSeconds: 900
endSeconds: 1500
`,
  'slow.yaml',
);

describe('latency alarm', () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-latency-'));
  });
  afterEach(() => rmSync(outdir, { recursive: true }));

  const play = async (topology: typeof EDGE | typeof DNS): Promise<readonly TimedEvent[]> => {
    const app = new App({ outdir, context: APP_CONTEXT });
    const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
    const latencyAlarm = { threshold: Duration.millis(600) };
    new Understudy(stack, 'Understudy', storeProps({ topology, latencyAlarm }));
    app.synth();
    return (await rehearse({ assembly: outdir, scenario: SLOW })).events;
  };

  test.each([
    ['edge', EDGE],
    ['dns', DNS],
  ])(
    'tells on-call that the store is slow, and when that is over: %s',
    async (_name, topology) => {
      const events = await play(topology);
      const states = events
        .filter((event) => event.kind === 'alarm')
        .filter(({ alarmName }) => alarmName.endsWith('-slow'))
        .map(({ to }) => to);
      expect(states).toEqual(['ALARM', 'OK']);
      const failures = events.filter((event) => event.kind === 'function' && event.outcome === 'failed');
      expect(failures).toEqual([]);
      const subjects = events.filter((event) => event.kind === 'message').map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject.includes('slow')).length).toBeGreaterThanOrEqual(2);
      expect(events.filter(({ kind }) => kind === 'dns-answer')).toEqual([]);
    },
    120_000,
  );
});
