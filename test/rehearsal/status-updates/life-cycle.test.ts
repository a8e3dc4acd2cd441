import type { RehearsalResult } from '../../../lib/rehearsal/judge/result';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';

const MINUTE_MS = 60_000;

const onCallMails = ({ events }: RehearsalResult) =>
  events
    .filter((event) => event.kind === 'message')
    .filter(({ protocol, topic }) => protocol === 'email' && topic === 'Understudy');

/** The state in a subject: `[SEV1] MONITORING shop.example.com: ...`. */
const stateIn = (subject: string): string => /^\[SEV\d\] ([A-Z ]+) shop\./.exec(subject)?.[1] ?? subject;

describe('rehearsed status updates of an outage', () => {
  let result: RehearsalResult;
  beforeAll(async () => {
    result = await rehearse({
      assembly: await exampleAssembly('edge'),
      scenario: builtInScenario('origin refuses'),
    });
  });

  test('go from investigating over monitoring to resolved', () => {
    const states = onCallMails(result).map(({ subject }) => stateIn(subject));
    expect(states).toEqual(['INVESTIGATING', 'MONITORING', 'RESOLVED']);
  });

  test('tell the recovery within its budget, and resolve after the hold', () => {
    const [, recovered, resolved] = onCallMails(result).map(({ atMs }) => atMs);
    const waited = ((recovered ?? Number.NaN) - result.repairedMs) / 1000;
    expect(waited).toBeLessThanOrEqual(result.settings.budgets.recoveredSeconds);
    const held = (resolved ?? Number.NaN) - (recovered ?? Number.NaN);
    expect(held).toBeGreaterThanOrEqual(5 * MINUTE_MS);
    expect(held).toBeLessThanOrEqual(6 * MINUTE_MS + 1000);
  });

  test('have one id and at most 25 lines each', () => {
    const mails = onCallMails(result);
    expect(new Set(mails.map(({ subject }) => subject.split('#')[1])).size).toBe(1);
    expect(mails.filter(({ body }) => body.split('\n').length > 25)).toEqual([]);
  });

  test('say how many checkers fail, and where', () => {
    expect(onCallMails(result)[0]?.body).toContain(
      'Checkers home: 16 of 16 fail in all regions: the connection was refused',
    );
  });

  test('count what was lost, at most', () => {
    const recovered = onCallMails(result)[1]?.body.replace(/\s+/g, ' ');
    expect(recovered).toMatch(/Lost about [1-9][\d,]* requests failed at CloudFront/);
    const most = /up to \d+ min x [\d,]+ = ([\d,]+) EUR of sales/.exec(recovered ?? '')?.[1] ?? '';
    expect(Number(most.replace(',', ''))).toBeGreaterThan(result.verdict.loss.money?.amount ?? Number.NaN);
  });
});

describe.each(['edge', 'dns'] as const)(
  'rehearsed status updates of a store that flaps, in topology %s',
  (topology) => {
    let result: RehearsalResult;
    beforeAll(async () => {
      const scenario = builtInScenario('flapping');
      result = await rehearse({ assembly: await exampleAssembly(topology), scenario });
    });

    test('call it unstable once, keep quiet until it is stable, and end', () => {
      const states = onCallMails(result).map(({ subject }) => stateIn(subject));
      expect(states.filter((state) => state === 'UNSTABLE')).toHaveLength(1);
      expect(states.slice(-2)).toEqual(['UNSTABLE', 'RESOLVED']);
      expect(states.length).toBeLessThanOrEqual(6);
    });

    test('come without a plain message, however often the alarm turns', () => {
      const isOutage = (text: string) => text.includes('-outage');
      const plain = result.events.filter((event) => event.kind === 'message' && isOutage(event.subject));
      expect(plain).toEqual([]);
      const turns = result.events.filter((event) => event.kind === 'alarm' && isOutage(event.alarmName));
      expect(turns.length).toBeGreaterThan(4);
    });
  },
);
