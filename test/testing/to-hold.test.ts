import type { ScenarioInput } from '../../lib/rehearsal';
import { assertHolds, type Rehearsal, rehearsalMatchers, rehearse } from '../../lib/testing';
import { exampleAssembly } from '../helpers/example-assembly';

expect.extend(rehearsalMatchers);

/** Held to a second, which no health check can keep. */
const HASTY: ScenarioInput = {
  name: 'hasty',
  hypothesis: 'Route 53 notices within a second',
  likelihood: 1,
  impact: 5,
  owner: 'platform team',
  faults: [{ kind: 'refuses', fromSeconds: 0, toSeconds: 120 }],
  endSeconds: 600,
  expectations: { budgets: { detectSeconds: 1 } },
};

function messageOf(call: () => void): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

describe('expect(await rehearse(app)).toHold()', () => {
  let held: Rehearsal;
  let missed: Rehearsal;
  beforeAll(async () => {
    const app = await exampleAssembly('edge');
    held = await rehearse(app, { scenarios: ['15-second-blip'] });
    missed = await rehearse(app, { scenarios: ['15-second-blip', HASTY], seed: 3 });
  });

  test('passes when everything held', () => {
    expect(held).toHold();
    assertHolds(held);
  });

  test('fails when anything was missed', () => {
    expect(missed).not.toHold();
  });

  test('says which scenario missed what, by how much, and what changes it', () => {
    const text = messageOf(() => expect(missed).toHold());
    const [title, blank, name, miss] = text.split('\n');
    expect(title).toBe('shop.example.com (edge) did not hold in 1 of 2 scenarios, seed 3:');
    expect([blank, name]).toEqual(['', '  hasty']);
    expect(miss).toMatch(
      /^ {4}Route 53 notices: \d\d\.\d s, allowed at most 1\.0 s; change it by healthChecks\.endpoints, healthChecks\.interval, healthChecks\.failureThreshold, the scenario's expectations\.budgets\.detectSeconds$/,
    );
  });

  test('says how far the pass goes, where a miss was expected', () => {
    expect(messageOf(() => expect(held).not.toHold())).toMatch(
      /^shop\.example\.com \(edge\) held in all of 1 scenario, seed 1: /,
    );
  });

  test('says the same without a matcher', () => {
    expect(messageOf(() => assertHolds(missed))).toBe(messageOf(() => expect(missed).toHold()));
  });

  test('is a plain function, as vitest wants it, too', () => {
    const { toHold } = rehearsalMatchers;
    expect(toHold(held).pass).toBe(true);
    expect(toHold(missed)).toMatchObject({ pass: false, message: expect.any(Function) });
  });

  test.each([
    ['a promise', Promise.resolve()],
    ['undefined', undefined],
    ['{"passed":true}', { passed: true }],
  ])('takes nothing for a pass that is no rehearsal: %s', (name, received) => {
    expect(messageOf(() => expect(received).toHold())).toBe(
      `toHold: needs what rehearse resolves to, got ${name}; write "await rehearse(app)"`,
    );
  });
});
