import fc from 'fast-check';
import {
  type CheckerState,
  INITIAL_CHECKER_STATE,
  nextCheckerState,
} from '../../../lib/rehearsal/aws/route53/rules/checker-state';

const source = 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html';

/** The checker's opinion after each of the results: `p` for passed, `f` for failed. */
function opinions(results: string, failureThreshold: number, from = INITIAL_CHECKER_STATE): string {
  let state: CheckerState = from;
  return [...results]
    .map((result) => {
      state = nextCheckerState(state, result === 'p', failureThreshold);
      return state.healthy ? 'h' : 'u';
    })
    .join('');
}

describe(`Failure threshold (${source})`, () => {
  test.each([
    ['is healthy before any result fails', 3, 'ppp', 'hhh'],
    ['stays healthy one failure below the threshold', 3, 'ff', 'hh'],
    ['turns unhealthy at the threshold', 3, 'fff', 'hhu'],
    ['stays unhealthy above the threshold', 3, 'ffff', 'hhuu'],
    ['starts to count again after a pass', 3, 'ffpffpfff', 'hhhhhhhhu'],
    ['needs as many passes to recover', 3, 'fffpppp', 'hhuuuhh'],
    ['starts to count passes again after a failure', 3, 'fffppfppp', 'hhuuuuuuh'],
    ['follows every result with a threshold of one', 1, 'fpfp', 'uhuh'],
    ['waits for the highest threshold', 10, 'ffffffffff', 'hhhhhhhhhu'],
  ])('%s', (_name, failureThreshold, results, expected) => {
    expect(opinions(results, failureThreshold)).toBe(expected);
  });

  test('treats passes and failures alike', () => {
    const swap = (text: string) =>
      text.replace(/[pfhu]/g, (letter) => ({ p: 'f', f: 'p', h: 'u', u: 'h' })[letter] ?? '');
    const runs = fc.array(fc.constantFrom('p', 'f'), { maxLength: 60 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 10 }), (run, threshold) => {
        const mirrored = opinions(swap(run), threshold, { healthy: false, contraryResults: 0 });
        expect(swap(mirrored)).toBe(opinions(run, threshold));
      }),
    );
  });
});
