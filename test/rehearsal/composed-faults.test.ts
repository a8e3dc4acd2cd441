import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { FAULT } from '../../lib/rehearsal/scenario/fault';
import type { Expectations, Scenario } from '../../lib/rehearsal/scenario/scenario';
import { exampleAssembly } from '../helpers/example-assembly';
import { ORIGIN_REFUSES } from './helpers/origin-refuses';

/** The stock scenario with other faults. */
function scenarioOf(
  faults: readonly object[],
  endSeconds: number,
  but: Partial<Expectations> = {},
): Scenario {
  const { edge, dns } = ORIGIN_REFUSES.expectations;
  return {
    ...ORIGIN_REFUSES,
    faults: faults.map((fault) => FAULT.parse(fault)),
    expectations: { edge: { ...edge, ...but }, dns: { ...dns, ...but } },
    endSeconds,
  };
}
const OUTAGE = { kind: 'refuses', fromSeconds: 600, toSeconds: 1_200 };
const BROWN_OUT = { kind: 'errors', status: 502, sharePercent: 30, fromSeconds: 0, toSeconds: 600 };

const COMPOSED: readonly (readonly [string, Scenario])[] = [
  ['a blip and an outage', scenarioOf([{ kind: 'refuses', fromSeconds: 0, toSeconds: 15 }, OUTAGE], 1_980)],
  [
    'an outage and a blip',
    scenarioOf([OUTAGE, { kind: 'refuses', fromSeconds: 1_800, toSeconds: 1_815 }], 2_500),
  ],
  ['a brown-out and a crash', scenarioOf([BROWN_OUT, OUTAGE], 2_900, { notificationsAtMost: 12 })],
  [
    // What comes within three quarters of an hour of a recovery is the same incident.
    'two outages',
    scenarioOf([OUTAGE, { ...OUTAGE, fromSeconds: 4_200, toSeconds: 4_800 }], 5_700, {
      incidents: 2,
      notificationsAtMost: 12,
    }),
  ],
];

describe.each(['edge', 'dns'] as const)('verdict on faults that follow each other, %s', (topology) => {
  test.each(COMPOSED)('holds times against the failure that makes them due: %s', async (_, scenario) => {
    const { verdict, startMs, counted } = await rehearse({
      assembly: await exampleAssembly(topology),
      scenario,
    });
    expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
    expect((counted.failsMs - startMs) / 1000).toBe(600);
    expect(verdict.times.detectMs).toBeGreaterThan(20_000);
  });
});
