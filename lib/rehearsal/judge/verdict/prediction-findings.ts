import type { PredictedTimes } from '../prediction/predicted-times';
import type { RuledOut } from '../prediction/ruled-out-times';
import { TIME_CHANGED_BY } from './changed-by';
import { type Finding, judged } from './finding';
import type { RehearsalTimes } from './times';

const WHAT: Readonly<Record<keyof Omit<PredictedTimes, 'never'>, string>> = {
  detectMs: 'Route 53 notices, as predicted',
  dnsMs: 'the last resolver switches, as predicted',
  firstPageMs: 'first emergency page, as predicted',
  alertMs: 'first message, as predicted',
  announcedMs: 'the incident is announced, as predicted',
  recoveredMs: 'message that it is over, as predicted',
  worstWaitMs: 'longest wait, as predicted',
};

/**
 * Holds measured times against predicted ones. Times without a prediction are left out, and so is the end when it may
 * come after the play and did not come before.
 * @param restMs how long the play goes on after the repair
 */
export function predictionFindings(
  times: RehearsalTimes,
  predicted: PredictedTimes,
  restMs: number,
): readonly Finding[] {
  const happens = TIMES.flatMap((time) => {
    const prediction = predicted[time];
    if (prediction === undefined) {
      return [];
    }
    const mayStillCome = time === 'recoveredMs' && prediction.latestMs > restMs;
    if (mayStillCome && times.recoveredMs === undefined) {
      return [];
    }
    return [
      judged({
        kind: 'prediction',
        what: WHAT[time],
        measured: times[time],
        atLeast: prediction.earliestMs,
        atMost: prediction.latestMs,
        unit: 'ms',
        changedBy: TIME_CHANGED_BY[time],
      }),
    ];
  });
  return [...happens, ...neverFindings(times, predicted)];
}

const TIMES = Object.keys(WHAT) as (keyof typeof WHAT)[];

const NEVER: Readonly<Record<RuledOut, Pick<Finding, 'what' | 'unit'>>> = {
  detectMs: { what: 'Route 53 answers with SECONDARY, never as predicted', unit: 'answers' },
  dnsMs: { what: 'a resolver switches, never as predicted', unit: 'answers' },
  firstPageMs: { what: 'an emergency page is seen, never as predicted', unit: 'requests' },
  alertMs: { what: 'a message tells of trouble, never as predicted', unit: 'messages' },
};

/** Once is once too often: 0 or 1. */
const neverFindings = (times: RehearsalTimes, { never = [] }: PredictedTimes): readonly Finding[] =>
  never.map((time) =>
    judged({
      kind: 'prediction',
      ...NEVER[time],
      measured: times[time] === undefined ? 0 : 1,
      atMost: 0,
      changedBy: TIME_CHANGED_BY[time],
    }),
  );
