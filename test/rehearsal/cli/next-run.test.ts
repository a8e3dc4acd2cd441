import { longestFirst, nextRun } from '../../../lib/rehearsal/cli/next-run';
import type { Run } from '../../../lib/rehearsal/cli/play-run';
import type { Scenario } from '../../../lib/rehearsal/scenario/scenario';

const aRun = (assembly: string, endSeconds = 600): Run => ({
  assembly,
  scenario: { name: `${assembly} for ${endSeconds} s`, endSeconds } as Scenario,
  seed: 1,
});

describe('runs that wait for a process', () => {
  const [edge, dns, long] = [aRun('edge'), aRun('dns'), aRun('dns', 3600)];

  test('are handed out longest first', () => {
    expect(longestFirst([edge, long, dns])).toEqual([long, edge, dns]);
  });

  test.each([
    ['goes on with the assembly that it has played', 'edge', ['edge', 'dns'], edge],
    ['begins an assembly that nobody has begun', undefined, ['dns'], edge],
    ['takes the first of all when it is the first', undefined, [], long],
    ['takes the first of all when every assembly has been begun', undefined, ['edge', 'dns'], long],
    ['helps with another assembly when there is nothing left of its own', 'other', ['edge', 'dns'], long],
  ])('a process %s', (_, last, begun, expected) => {
    expect(nextRun([long, dns, edge], last, new Set(begun))).toBe(expected);
  });

  test('are nothing to a process when there is none', () => {
    expect(nextRun([], 'edge', new Set(['edge']))).toBeUndefined();
  });
});
