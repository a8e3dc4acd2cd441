import { timesOf } from '../../../lib/rehearsal/verdict/times';
import { aRecord } from '../helpers/a-record';

describe('times of a rehearsal', () => {
  test('count from the failure and from the repair', () => {
    const times = timesOf(
      aRecord({}, [
        { atMs: 5_000, outcome: 'raw error', waitMs: 30 },
        { atMs: 40_000, outcome: 'emergency page', waitMs: 250 },
        { atMs: 50_000, outcome: 'emergency page', waitMs: 900 },
        { atMs: 655_000, outcome: 'emergency page', waitMs: 40 },
        { atMs: 700_000, outcome: 'served fresh', waitMs: 60 },
      ]),
    );
    expect(times).toEqual({
      detectMs: 30_000,
      dnsMs: 80_000,
      firstPageMs: 40_250,
      alertMs: 120_000,
      recoveredMs: 100_000,
      backMs: 55_000,
      worstWaitMs: 900,
    });
  });

  test('are missing for what did not happen', () => {
    const record = aRecord({
      detects: undefined,
      switches: undefined,
      alerts: undefined,
      recovers: undefined,
    });
    expect(timesOf(record)).toEqual({ worstWaitMs: 0 });
  });

  test.each([
    ['[SEV1] RESOLVED shop', 100_000],
    ['OK: "shop-outage" in US East (N. Virginia)', 100_000],
    ['ALARM: "shop-outage" in US East (N. Virginia)', undefined],
    ['[SEV1] UPDATE shop', undefined],
    ['UNRESOLVED', undefined],
  ])('take a message after the repair for the end by its subject: %s', (subject, expected) => {
    const { events, ...record } = aRecord();
    const renamed = events.map((event) => (event.kind === 'message' ? { ...event, subject } : event));
    expect(timesOf({ ...record, events: renamed }).recoveredMs).toBe(expected);
  });

  test('do not take a message before the repair for the end', () => {
    expect(timesOf(aRecord({ recovers: 599 })).recoveredMs).toBeUndefined();
  });
});
