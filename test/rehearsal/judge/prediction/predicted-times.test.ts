import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { readTimingFacts, type TimingFacts } from '../../../../lib/rehearsal/facts/timing-facts';
import { type Interval, interval } from '../../../../lib/rehearsal/judge/prediction/interval';
import { predictTimes } from '../../../../lib/rehearsal/judge/prediction/predicted-times';
import { FAULT } from '../../../../lib/rehearsal/scenario/fault';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../../helpers/example-assembly';

const factsOf = async (topology: 'edge' | 'dns'): Promise<TimingFacts> =>
  readTimingFacts(new Deployment(readAssembly(await exampleAssembly(topology))), 'shop.example.com');

const refuses = builtInScenario('origin refuses');
const lasting = (seconds: number) => ({
  ...refuses,
  faults: refuses.faults.map((given) => ({ ...given, toSeconds: seconds })),
});

describe.each(['edge', 'dns'] as const)('prediction for the example with the topology %s', (topology) => {
  let facts: TimingFacts;
  beforeAll(async () => {
    facts = await factsOf(topology);
  });
  // The failover records of the example have this TTL of their own in both topologies.
  const ttlMs = 30_000;

  test('knows every time when the origin refuses connections', () => {
    const times = predictTimes(facts, refuses);
    expect(times).toMatchObject({
      detectMs: interval(20_000, 32_000),
      dnsMs: interval(20_000, 32_000 + ttlMs),
      worstWaitMs: interval(0, 1_000),
      alertMs: interval(51_000, 217_000),
      announcedMs: interval(51_000, 217_000),
    });
    expect(times.firstPageMs?.earliestMs).toBe(topology === 'edge' ? 0 : 20_000);
    expect(times.recoveredMs?.earliestMs).toBe(51_000);
  });

  test.each([
    [31, undefined, undefined],
    [32, interval(20_000, 32_000), undefined],
    [216, interval(20_000, 32_000), undefined],
    [217, interval(20_000, 32_000), interval(51_000, 217_000)],
  ])('tells only what is certain before the repair: %i s', (seconds, detectMs, alertMs) => {
    expect(predictTimes(facts, lasting(seconds))).toMatchObject({ detectMs, alertMs });
  });

  test('tells nothing of several faults, nor of a store that can be overloaded', () => {
    expect(predictTimes(facts, { ...refuses, faults: [...refuses.faults, ...refuses.faults] })).toEqual({});
    const capacity = { requestsPerSecond: 10, queue: 10, slowdown: 1 };
    expect(predictTimes(facts, { ...refuses, capacity })).toEqual({});
  });

  const during = (kind: string, fromSeconds: number, toSeconds: number) =>
    FAULT.parse({ kind, fromSeconds, toSeconds });
  const OUTAGE = during('refuses', 600, 1_200);

  test.each([
    [20, true],
    [20.001, false],
  ])('tells of an outage after a blip that nobody can notice: %d s', (seconds, isTold) => {
    const times = predictTimes(facts, { ...refuses, faults: [during('refuses', 0, seconds), OUTAGE] });
    const { detectMs, dnsMs, firstPageMs, recoveredMs } = predictTimes(facts, refuses);
    const messageMs = interval(0, 217_000);
    const told = { detectMs, dnsMs, firstPageMs, recoveredMs, alertMs: messageMs, announcedMs: messageMs };
    expect(times).toEqual(isTold ? { ...told, worstWaitMs: undefined } : {});
  });

  test.each([
    [1_259, false],
    [1_260, true],
  ])('tells of an outage before a blip that lies apart, but not of its end: %i s', (seconds, isTold) => {
    const faults = [OUTAGE, during('refuses', seconds, seconds + 15)];
    const { detectMs, recoveredMs } = predictTimes(facts, { ...refuses, faults });
    expect({ detectMs, recoveredMs }).toEqual({
      detectMs: isTold ? interval(20_000, 32_000) : undefined,
      recoveredMs: undefined,
    });
  });

  test.each([
    [31, undefined],
    [32, interval(20_000, 32_000)],
  ])('tells of the first time that a store goes down, if for long enough: %i s', (downSeconds, detectMs) => {
    const faults = refuses.faults.map((fault) => ({ ...fault, flaps: { downSeconds, upSeconds: 50 } }));
    const times = predictTimes(facts, { ...refuses, faults } as typeof refuses);
    expect(times).toEqual({ detectMs });
  });

  test('tells of the host name of an origin like of any other failure, where the store has one', () => {
    const faults = [during('name fails', 0, 600)];
    const { failovers, healthChecks } = facts;
    const named = {
      ...facts,
      failovers: failovers.map((failover) => ({ ...failover, leadsToName: true })),
      healthChecks: healthChecks.map((check) => ({ ...check, asks: 'name' }) as typeof check),
    };
    expect(predictTimes(named, { ...refuses, faults })).toEqual(predictTimes(facts, refuses));
    const addressed = {
      ...named,
      failovers: failovers.map((failover) => ({ ...failover, leadsToName: false })),
    };
    expect(predictTimes(addressed, { ...refuses, faults })).toMatchObject({
      detectMs: interval(20_000, 32_000),
      firstPageMs: undefined,
      worstWaitMs: undefined,
    });
  });

  test('tells what an expired certificate does to shoppers, where it is checked', () => {
    const faults = [during('certificate expired', 0, 600)];
    const times = predictTimes(facts, { ...refuses, faults });
    expect(times.worstWaitMs).toEqual(interval(0, 1_000));
    expect(times.firstPageMs?.earliestMs).toBe(topology === 'edge' ? 0 : undefined);
    const overHttp = { ...facts, edge: facts.edge && { ...facts.edge, usesHttps: false } };
    const { worstWaitMs } = predictTimes(overHttp, { ...refuses, faults });
    expect(worstWaitMs === undefined).toBe(topology === 'edge');
  });

  test.each<[number[], number | undefined]>([
    [[500, 503, 504], undefined],
    [[502], 20_000],
    [[502, 503, 504], 0],
  ])('tells of a page at the dead end where there is one for 502: %j', (errorPages, earliestMs) => {
    const times = predictTimes({ ...facts, edge: facts.edge && { ...facts.edge, errorPages } }, refuses);
    expect(times.firstPageMs?.earliestMs).toBe(topology === 'edge' ? earliestMs : 20_000);
  });

  test('counts from the failure of the store, whatever else goes wrong', () => {
    const [fault] = refuses.faults;
    if (fault === undefined) {
      throw new Error('no fault');
    }
    const later = { ...fault, fromSeconds: 600, toSeconds: 1_200 };
    const beside = (given: object) =>
      predictTimes(facts, {
        ...refuses,
        faults: [FAULT.parse({ fromSeconds: 0, toSeconds: 1_500, ...given }), later],
      });
    const alone = predictTimes(facts, refuses);
    // Plain alarms wait for the function.
    const afterTheWait = (time?: Interval) =>
      time && { earliestMs: time.earliestMs + 45_000, latestMs: time.latestMs + 45_000 };
    expect(beside({ kind: 'functions fail' })).toEqual({
      ...alone,
      announcedMs: undefined,
      alertMs: afterTheWait(alone.alertMs),
      recoveredMs: afterTheWait(alone.recoveredMs),
    });
    expect(beside({ kind: 'unconfirmed', protocols: ['email'] })).toEqual(
      beside({ kind: 'endpoints down', protocols: ['email'] }),
    );
    expect(beside({ kind: 'endpoints down', protocols: ['email'] })).toEqual({
      ...alone,
      alertMs: undefined,
      announcedMs: undefined,
      recoveredMs: undefined,
    });
    const { detectMs, dnsMs } = alone;
    expect(beside({ kind: 'region lost' })).toEqual({ detectMs, dnsMs });
    expect(beside({ kind: 'emergency site emptied' })).toEqual({});
  });

  test('tells of no switch and of no page where nobody asks', () => {
    const nobody = { ...refuses, shoppers: { ...refuses.shoppers, arrivalsPerMinute: 0 } };
    const { detectMs, alertMs, announcedMs, recoveredMs } = predictTimes(facts, refuses);
    expect(predictTimes(facts, nobody)).toEqual({ detectMs, alertMs, announcedMs, recoveredMs });
  });

  test.each([
    [-1, undefined],
    [0, interval(20_000, 32_000 + ttlMs)],
  ])('tells when resolvers switch only if they are surely asked before the repair: %i s', (spare, dnsMs) => {
    const pauseMs = 20_000;
    const arrivalsPerMinute = (Math.log(400) * 60_000) / pauseMs;
    const scenario = lasting((32_000 + ttlMs + pauseMs) / 1000 + spare);
    const times = predictTimes(facts, { ...scenario, shoppers: { ...refuses.shoppers, arrivalsPerMinute } });
    expect(times.dnsMs).toEqual(dnsMs);
    // A page takes a moment more.
    if (topology === 'dns') {
      expect(times.firstPageMs).toBeUndefined();
    }
  });

  test('foretells no page for an error that has none, before the switch', () => {
    const [fault] = refuses.faults;
    const errors = (status: number) => {
      const faults = [FAULT.parse({ kind: 'errors', status, fromSeconds: 0, toSeconds: fault?.toSeconds })];
      return predictTimes(facts, { ...refuses, faults }).firstPageMs?.earliestMs;
    };
    expect([errors(503), errors(507)]).toEqual([topology === 'edge' ? 0 : 20_000, 20_000]);
  });

  test('foretells no page where a standby takes over', () => {
    const failovers = facts.failovers.map((failover) => ({ ...failover, showsPage: false }));
    const wrong = builtInScenario('wrong content');
    expect(predictTimes(facts, wrong).firstPageMs).toBeDefined();
    expect(predictTimes({ ...facts, failovers }, wrong).firstPageMs).toBeUndefined();
  });

  test('needs resolvers that keep to the TTL, where shoppers use them', () => {
    const shoppers = { ...refuses.shoppers, overstayingPercent: 1 };
    const { dnsMs } = predictTimes(facts, { ...refuses, shoppers });
    expect(dnsMs === undefined).toBe(topology === 'dns');
  });
});
