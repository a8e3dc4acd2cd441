import { timesOf } from '../../../../lib/rehearsal/judge/verdict/times';
import { aRecord } from '../../helpers/a-record';

const MESSAGE = {
  kind: 'message',
  topic: 'Understudy',
  protocol: 'email',
  endpoint: 'a@example.com',
  body: '',
} as const;

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
      announcedMs: 120_000,
      recoveredMs: 100_000,
      backMs: 55_000,
      worstWaitMs: 900,
      worstFormWaitMs: 0,
      switchedWaitMs: 60,
    });
  });

  test('are missing for what did not happen', () => {
    const record = aRecord({
      detects: undefined,
      switches: undefined,
      alerts: undefined,
      recovers: undefined,
    });
    expect(timesOf(record)).toEqual({ worstWaitMs: 0, worstFormWaitMs: 0 });
  });

  test.each<[string, number | undefined, number]>([
    ['when its old answer expired, though it was asked later', 50_000, 50_000],
    ['at once, if its old answer had expired before', 20_000, 30_000],
    ['at once, if it had none', undefined, 30_000],
  ])('take a resolver to have switched %s', (_, expiredMs, dnsMs) => {
    const { events, ...record } = aRecord();
    const changed = events.map((event) =>
      event.kind === 'resolver-switched' && event.answer === 'SECONDARY' ? { ...event, expiredMs } : event,
    );
    expect(timesOf({ ...record, events: changed })).toMatchObject({ detectMs: 30_000, dnsMs });
  });

  test.each([
    [79_000, 80_000],
    [90_000, 90_000],
    [640_000, 640_000],
    [640_001, 80_000],
  ])(
    'wait for a resolver that slept through the failover, until its old answer expired: %i ms',
    (expiredMs, dnsMs) => {
      const { events, ...record } = aRecord();
      const back = {
        kind: 'dns-answer',
        recordName: 'shop',
        answer: 'PRIMARY',
        because: '',
        atMs: 640_000,
      } as const;
      const slept = { kind: 'resolver-slept', resolver: 'two', expiredMs, atMs: 700_000 } as const;
      expect(timesOf({ ...record, events: [...events, back, slept] })).toMatchObject({ dnsMs });
    },
  );

  test.each<[string, ('PRIMARY' | 'SECONDARY')[], number]>([
    ['went back', ['SECONDARY', 'PRIMARY'], 30_000],
    ['is still there', ['SECONDARY'], 0],
  ])('count from the failure, also where an earlier failover %s', (_, answers, detectMs) => {
    const { events, ...record } = aRecord();
    const earlier = answers.map((answer, index) => ({
      kind: 'dns-answer' as const,
      recordName: 'shop',
      answer,
      because: '',
      atMs: -9_000 + index,
    }));
    expect(timesOf({ ...record, events: [...earlier, ...events] })).toMatchObject({ detectMs });
  });

  test('count the page from when it could be seen, also by somebody who had given up by then', () => {
    const { firstPageMs } = timesOf(
      aRecord({}, [
        { atMs: 500, outcome: 'gave up', seen: 'emergency page', waitMs: 9_100 },
        { atMs: 9_000, outcome: 'emergency page', waitMs: 700 },
      ]),
    );
    expect(firstPageMs).toBe(9_600);
  });

  test('tell the incident from the plain alarm that came before', () => {
    const { events, ...record } = aRecord();
    const late = events.map((event) =>
      event.kind === 'message' && event.subject.includes('INVESTIGATING')
        ? { ...event, atMs: event.atMs + 1_000 }
        : event,
    );
    expect(timesOf({ ...record, events: late })).toMatchObject({ alertMs: 120_000, announcedMs: 121_000 });
  });

  test.each([
    [79_000, 0],
    [80_000, 2_500],
  ])('count waits once switched from the switch on: asked at %i ms', (atMs, switchedWaitMs) => {
    const visits = [{ atMs, outcome: 'emergency page' as const, waitMs: 2_500 }];
    expect(timesOf(aRecord({}, visits)).switchedWaitMs).toBe(switchedWaitMs);
  });

  test.each([
    [87_999, 0],
    [88_000, 1_500],
  ])('do not count waits for a request from before the switch: asked at %i ms', (atMs, switchedWaitMs) => {
    const visits = [
      { atMs: 79_500, outcome: 'served fresh' as const, waitMs: 8_000 },
      { atMs, outcome: 'served fresh' as const, waitMs: 1_500 },
    ];
    expect(timesOf(aRecord({}, visits)).switchedWaitMs).toBe(switchedWaitMs);
  });

  test('count from the failure that counts, though another came before', () => {
    const { counted, ...record } = aRecord({ detects: 130, switches: 180, alerts: 220 });
    const later = { ...record, counted: { ...counted, failsMs: 100_000 } };
    expect(timesOf(later)).toMatchObject({
      detectMs: 30_000,
      dnsMs: 80_000,
      alertMs: 120_000,
      announcedMs: 120_000,
      recoveredMs: 100_000,
    });
  });

  test.each([
    ['is still in trouble', 99, undefined, 0],
    ['is told as it fails', 100, undefined, 0],
    ['was told that it is over', 50, 99, 20_000],
    ['was told before the store failed at all', -1, undefined, 20_000],
  ])('take on-call to know at once who %s', (_, toldSeconds, overSeconds, alertMs) => {
    const { counted, events, ...record } = aRecord({ alerts: 120 });
    const told = { ...MESSAGE, subject: 'ALARM: "shop-errors" in US East' };
    const over = { ...MESSAGE, subject: 'OK: "shop-errors" in US East' };
    const before = [
      { ...told, atMs: toldSeconds * 1000 },
      ...(overSeconds === undefined ? [] : [{ ...over, atMs: overSeconds * 1000 }]),
    ];
    const later = { ...record, events: [...before, ...events], counted: { ...counted, failsMs: 100_000 } };
    expect(timesOf(later)).toMatchObject({ alertMs });
  });

  test.each([
    [700, 100_000],
    [719, 119_000],
    [720, 0],
    [780, 60_000],
  ])('count the end from the last repair before it: told after %i s', (recovers, recoveredMs) => {
    const { counted, ...record } = aRecord({ recovers });
    const again = { ...record, counted: { ...counted, repairedAgainMs: [720_000] } };
    expect(timesOf(again)).toMatchObject({ recoveredMs });
  });

  test('count waits once switched up to the next failure, and from its own switch on', () => {
    const visits = [200_000, 710_000, 800_000].map((atMs, index) => ({
      atMs,
      outcome: 'emergency page' as const,
      waitMs: [300, 9_000, 400][index] ?? 0,
    }));
    const { counted, events, ...record } = aRecord({}, visits);
    const dns = { kind: 'dns-answer' as const, recordName: 'shop', because: '' };
    const again = {
      ...record,
      events: [
        ...events,
        { ...dns, atMs: 640_000, answer: 'PRIMARY' as const },
        { ...dns, atMs: 730_000, answer: 'SECONDARY' as const },
        { kind: 'resolver-switched' as const, resolver: 'one', answer: 'SECONDARY' as const, atMs: 750_000 },
      ],
      counted: { ...counted, failsAgainMs: [700_000] },
    };
    expect(timesOf(again).switchedWaitMs).toBe(400);
    expect(timesOf({ ...again, counted }).switchedWaitMs).toBe(9_000);
  });

  test('do not take a message before the repair for the end', () => {
    expect(timesOf(aRecord({ recovers: 599 })).recoveredMs).toBeUndefined();
  });
});
