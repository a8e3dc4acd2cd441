import { BUGS, type Bug } from './bugs';
import { Mailbox } from './diary';
import { forgottenDoubts } from './judge';
import { live } from './life';
import type { Run } from './run';
import { soak } from './soak';

const MINUTE_MS = 60_000;

/** A planted bug is found within so many lives, or the soak is blind to it. */
const ENOUGH_LIVES = 80;

async function run(args: string[], bug?: Bug) {
  const lines: string[] = [];
  const code = await soak(args, (line) => lines.push(line), bug);
  return { code, lines };
}

describe('soak', () => {
  test('finds nothing wrong in some lives, and says what happened in them', async () => {
    const { code, lines } = await run(['--runs', '12']);
    expect(lines).toEqual([
      expect.stringMatching(
        /^12 lives, \d+ h of two stores, \d+ messages \(\d+ copies\), \d+ in the busiest hour: no violation$/,
      ),
    ]);
    expect(code).toBe(0);
  });

  test('lives the same life again with the same seed', async () => {
    expect(await live(7)).toEqual(await live(7));
  });

  test('calls nothing lost that waits while SNS refuses an older message, which is tried first', async () => {
    expect((await live(944_804)).violations).toEqual([]);
  });

  test.each([
    ['while every run fails in between', [2, 5, 8, 11], []],
    ['while nothing goes wrong', [], ['lost: down (no. 1) is not sent again although nobody answered']],
  ])(
    'looks for the copy of a message that nobody answered: 12 minutes later, %s',
    (_, troubles, expected) => {
      const box = new Mailbox();
      const attempt = { subject: 'down (no. 1)', body: '', update: undefined, run: {} as Run };
      box.attempts.push({ ...attempt, key: 'first', atMs: 0, fate: 'silent' });
      box.attempts.push({ ...attempt, key: 'first', atMs: 12 * MINUTE_MS, fate: 'taken' });
      const troublesMs = troubles.map((minutes) => minutes * MINUTE_MS);
      expect(forgottenDoubts(box, troublesMs)).toEqual(expected);
    },
  );

  test('stops at the first violation, and says how to see it again', async () => {
    const { code, lines } = await run(['--runs', '80', '--seed', '3'], { partitionKey: 'shared' });
    const [first = '', violation, ...others] = lines;
    const seed = /^seed (\d+), after \d+ lives without a violation:$/.exec(first)?.[1];
    expect(violation).toMatch(/^ {2}\d\d:\d\d:\d\d (shop|boutique)\.example\.com: /);
    expect(others.at(-1)).toBe(`Again: npm run soak -- --runs 1 --seed ${seed}`);
    expect(code).toBe(1);
  });

  test.each([
    [['--runs', '0'], '--runs: must be a whole number from 1 on, got 0; try --runs 100; see --help'],
    [['--runs', '2.5'], '--runs: must be a whole number from 1 on, got 2.5; try --runs 100; see --help'],
    [['--seed', '-1'], /--seed/],
    [['--lives', '5'], /Unknown option '--lives'.*; see --help/],
  ])('fails when the command line is %j', async (args, message) => {
    const { code, lines } = await run(args);
    expect(lines).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
    expect(code).toBe(2);
  });

  test('shows its options', async () => {
    const { code, lines } = await run(['--help']);
    expect(lines.join('\n')).toContain('--runs <number>');
    expect(code).toBe(0);
  });
});

describe('soak of a function in which', () => {
  test.each(Object.entries(BUGS))('%s finds it', async (_, bug) => {
    let violations: readonly string[] = [];
    for (let seed = 1; seed <= ENOUGH_LIVES && violations.length === 0; seed += 1) {
      ({ violations } = await live(seed, bug));
    }
    expect(violations).not.toEqual([]);
  });
});
