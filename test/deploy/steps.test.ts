import { type Step, takeSteps } from './steps';

const well = (title: string, figures?: string): Step => ({ title, run: async () => figures });
const broken: Step = {
  title: 'deploys',
  run: async () => {
    throw new Error('one\ntwo');
  },
};

async function taken(steps: readonly Step[]) {
  const lines: string[] = [];
  let now = 0;
  const totals = await takeSteps(steps, {
    say: (line) => lines.push(line),
    now: () => {
      now += 500;
      return now;
    },
  });
  return { lines, totals };
}

describe('steps of the deploy check', () => {
  test('are told with their figures and the seconds they took', async () => {
    expect(await taken([well('bootstraps'), well('compares', '81 resources')])).toEqual({
      lines: ['ok      bootstraps (0.5 s)', 'ok      compares: 81 resources (0.5 s)'],
      totals: { passed: 2, failed: 0 },
    });
  });

  test('end at the first that fails, with every line of the reason', async () => {
    expect(await taken([well('bootstraps'), broken, well('compares')])).toEqual({
      lines: ['ok      bootstraps (0.5 s)', 'FAILED  deploys\n        one\n        two'],
      totals: { passed: 1, failed: 1 },
    });
  });

  test('go on after one that stands alone', async () => {
    const { totals } = await taken([{ ...broken, standsAlone: true }, well('compares')]);
    expect(totals).toEqual({ passed: 1, failed: 1 });
  });
});
