import { disruptionsOf } from '../../../../lib/rehearsal/play/staging/disruptions';
import type { ScenarioFault } from '../../../../lib/rehearsal/scenario/fault';

const START_MS = 1_000_000;
const span = { fromSeconds: 10, toSeconds: 20, text: '' };
const at = (faults: readonly ScenarioFault[], seconds: number) =>
  disruptionsOf(faults, { startMs: START_MS, nowMs: () => START_MS + seconds * 1000 });

describe('disruptions', () => {
  test.each([
    [9.999, false],
    [10, true],
    [19.999, true],
    [20, false],
  ])('of functions are there after %d s: %s', (seconds, expected) => {
    expect(at([{ kind: 'functions fail', ...span }], seconds).functionsFail(true)).toBe(expected);
  });

  test.each([
    ['behind topics', true, false],
    ['behind topics', false, true],
    [undefined, true, true],
  ] as const)('of functions that spare %s, of one that SNS invokes (%s): %s', (spares, byTopic, fails) => {
    expect(at([{ kind: 'functions fail', spares, ...span }], 15).functionsFail(byTopic)).toBe(fails);
  });

  test('concern the checkers of their regions only', () => {
    const { checkersFail } = at([{ kind: 'checkers fail', regions: ['eu-west-1'], ...span }], 15);
    expect([checkersFail('eu-west-1', 'home'), checkersFail('us-east-1', 'home')]).toEqual([true, false]);
  });

  test('concern their protocols only', () => {
    const { protocolFails } = at([{ kind: 'endpoints down', protocols: ['email'], ...span }], 15);
    expect([protocolFails('email'), protocolFails('sms')]).toEqual([true, false]);
  });

  test('leave subscriptions unconfirmed over their protocols, and up to their end, only', () => {
    const fault: ScenarioFault = { kind: 'unconfirmed', protocols: ['email', 'https'], ...span };
    const { unconfirmed, protocolFails } = at([fault], 19.999);
    expect(['email', 'https', 'http'].map(unconfirmed)).toEqual([true, true, false]);
    expect(protocolFails('email')).toBe(false);
    expect(at([fault], 20).unconfirmed('email')).toBe(false);
  });

  test.each([
    [['email'], 15, 'email', 1],
    [['email'], 15, 'sms', 0],
    [['email'], 5, 'email', 0],
  ] as const)('are felt by whoever meets one: %j after %i s by %s', (protocols, seconds, protocol, met) => {
    const felt = new Set<ScenarioFault>();
    const fault: ScenarioFault = { kind: 'endpoints down', protocols: [...protocols], ...span };
    const time = { startMs: START_MS, nowMs: () => START_MS + seconds * 1000, felt };
    disruptionsOf([fault], time).protocolFails(protocol);
    expect(felt.size).toBe(met);
  });

  test('tell when a lost region is back, the last one where they overlap', () => {
    const faults: ScenarioFault[] = [
      { kind: 'region lost', ...span },
      { kind: 'region lost', ...span, toSeconds: 30 },
    ];
    expect(at(faults, 15).regionBackMs()).toBe(START_MS + 30_000);
    expect(at(faults, 30).regionBackMs()).toBeUndefined();
  });
});
