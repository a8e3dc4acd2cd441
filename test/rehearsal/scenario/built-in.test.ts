import type { MessageEvent } from '../../../lib/rehearsal/event-log';
import { type RehearsalResult, rehearse } from '../../../lib/rehearsal/rehearsal';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';
import { type EditedAssembly, editedAssembly } from '../helpers/edited-assembly';

type Topology = 'edge' | 'dns';

const play = async (name: string, topology: Topology): Promise<RehearsalResult> =>
  rehearse({ assembly: await exampleAssembly(topology), scenario: builtInScenario(name) });

const messagesOf = ({ events }: RehearsalResult): readonly MessageEvent[] =>
  events.filter((event) => event.kind === 'message');

const switches = ({ events }: RehearsalResult): boolean =>
  events.some((event) => event.kind === 'dns-answer' && event.answer === 'SECONDARY');

const BOTH: readonly Topology[] = ['edge', 'dns'];

describe.each(BOTH)('rehearsal of the example in topology %s', (topology) => {
  test('pages nobody for a blip of 15 seconds', async () => {
    const result = await play('15-second blip', topology);
    expect([switches(result), messagesOf(result)]).toEqual([false, []]);
  });

  test('is not misled by some checkers', async () => {
    const result = await play('some checkers wrong', topology);
    expect([switches(result), messagesOf(result)]).toEqual([false, []]);
    expect(result.events.some(({ kind }) => kind === 'probe-failed')).toBe(true);
  });

  test('tells of a deleted emergency page before anybody needs it', async () => {
    const result = await play('emergency page deleted', topology);
    expect(messagesOf(result)[0]?.body).toContain('emergency page');
    expect(result.shoppers.totals['served fresh']).toBeGreaterThan(1_000);
    expect(switches(result)).toBe(false);
  });

  test('tells of an outage by plain alarms when the function that announces it is broken', async () => {
    const result = await play('status function broken', topology);
    const topics = new Set(messagesOf(result).map(({ topic }) => topic));
    expect([...topics]).toEqual(['Understudy alarms']);
    expect(messagesOf(result).some(({ subject }) => subject.includes('-outage'))).toBe(true);
  });

  test('tells by text message when no e-mail gets through', async () => {
    const result = await play('endpoints down', topology);
    const emailBackMs = result.startMs + 900_000;
    const early = result.events.filter(({ kind, atMs }) => kind === 'message' && atMs < emailBackMs);
    expect(new Set(messagesOf({ ...result, events: early }).map(({ protocol }) => protocol))).toEqual(
      new Set(['sms']),
    );
  });

  test('lets shoppers notice nothing while us-east-1 stands still, and tells nobody meanwhile', async () => {
    const { events, shoppers, repairedMs } = await play('region lost', topology);
    const early = events.filter(({ kind, atMs }) => kind === 'message' && atMs < repairedMs);
    expect(early).toEqual([]);
    expect(shoppers.totals['served fresh']).toBeGreaterThan(1_000);
    expect({ ...shoppers.totals, 'served fresh': 0 }).toEqual({
      'served fresh': 0,
      'served stale': 0,
      'emergency page': 0,
      'raw error': 0,
      'gave up': 0,
      'POST lost': 0,
    });
  });

  test('switches DNS while us-east-1 stands still', async () => {
    const result = await play('region and store lost', topology);
    expect(switches(result)).toBe(true);
    expect(result.verdict.times.detectMs).toBeLessThan(45_000);
  });
});

describe.each(BOTH)('rehearsal of what people do, in topology %s', (topology) => {
  test('shows on-call and shoppers what they say, and takes it back', async () => {
    const result = await play('cause found', topology);
    const mails = messagesOf(result).filter(
      (mail) => mail.protocol === 'email' && mail.topic === 'Understudy',
    );
    const states = mails.map(({ subject }) => /^\[SEV1\] ([A-Z]+)/.exec(subject)?.[1]);
    expect(states).toEqual([
      'INVESTIGATING',
      'IDENTIFIED',
      'IDENTIFIED',
      'CORRECTION',
      'MONITORING',
      'RESOLVED',
    ]);
    expect(mails[0]?.body).toContain('Deploy   v1.2.3');
    expect(mails[1]?.body.replace(/\s+/g, ' ')).toContain('We found the cause and go back');
    expect(result.verdict.passed).toBe(true);
  });

  test('pages nobody for planned work, although the store is closed', async () => {
    const result = await play('planned maintenance', topology);
    expect(switches(result)).toBe(true);
    const mails = messagesOf(result).filter(({ protocol }) => protocol === 'email');
    expect(mails[0]?.subject).toContain('[MAINTENANCE] SCHEDULED');
    expect(mails.filter(({ subject }) => /^ALARM|^\[SEV/.test(subject))).toEqual([]);
    const outage = result.events.filter(
      (event) => event.kind === 'alarm' && /-outage$/.test(event.alarmName),
    );
    expect(outage.length).toBeGreaterThan(0);
    expect(result.verdict.passed).toBe(true);
  });

  test('misses an expectation when a command is refused', async () => {
    const scenario = builtInScenario('15-second blip');
    const people = [{ kind: 'retract', atSeconds: 10 }] as const;
    const assembly = await exampleAssembly(topology);
    const { verdict, events } = await rehearse({
      assembly,
      scenario: { ...scenario, people, endSeconds: 300 },
    });
    expect(verdict.findings.filter(({ passed }) => !passed)).toMatchObject([
      { what: 'commands of people that were refused', measured: 1 },
    ]);
    expect(events.find(({ kind }) => kind === 'person')).toMatchObject({
      command: 'understudy retract',
      because: expect.stringContaining('nobody has said anything'),
    });
  });
});

describe('rehearsal of an expired certificate', () => {
  test('tells on-call by the error rate where CloudFront is the front door', async () => {
    const result = await play('origin certificate expired', 'edge');
    expect(switches(result)).toBe(false);
    expect(messagesOf(result)[0]?.subject).toContain('-outage');
    expect(result.shoppers.totals['raw error']).toBe(0);
    const early = result.events.filter((event) => event.kind === 'message' && event.atMs < result.repairedMs);
    expect(early.filter((event) => 'subject' in event && /recovered|OK:/.test(event.subject))).toEqual([]);
  });

  test('is honest that nobody is told where the platform is the front door', async () => {
    const result = await play('origin certificate expired', 'dns');
    expect(messagesOf(result)).toEqual([]);
    expect(result.shoppers.phases.fault['raw error'].count).toBeGreaterThan(100);
    expect(result.scenario.expectations.dns.knownGap).toContain('nobody is told');
  });
});

describe('rehearsal of resolvers that overstay', () => {
  test('takes them longer than the TTL to switch', async () => {
    const { verdict } = await play('resolvers overstay', 'dns');
    expect(verdict.times.dnsMs).toBeGreaterThan(100_000);
  });
});

describe('rehearsal of a store with a standby', () => {
  let assembly: EditedAssembly;
  beforeAll(async () => {
    assembly = await editedAssembly('edge', (resources) => {
      for (const { Properties } of Object.values(resources)) {
        if (Properties['Failover'] !== 'SECONDARY') continue;
        delete Properties['AliasTarget'];
        Object.assign(Properties, { TTL: '60', ResourceRecords: ['192.0.2.9'] });
      }
    });
  });
  afterAll(() => assembly.remove());

  test.each(['slow', 'wrong content'])('needs no emergency page once it has switched: %s', async (name) => {
    const scenario = builtInScenario(name);
    const { verdict } = await rehearse({ assembly: assembly.directory, scenario });
    expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(verdict.times.firstPageMs).toBeUndefined();
  });
});

describe('rehearsal of a launch', () => {
  test('overloads the store, which is knocked over again by those who return', async () => {
    const { events } = await play('launch spike', 'edge');
    const falls = events.filter((event) => event.kind === 'dns-answer' && event.answer === 'SECONDARY');
    expect(falls.length).toBeGreaterThan(1);
  });
});
