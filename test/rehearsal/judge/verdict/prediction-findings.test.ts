import { predictionFindings } from '../../../../lib/rehearsal/judge/verdict/prediction-findings';

const detectMs = { earliestMs: 20_000, latestMs: 32_000 };

describe('predictions', () => {
  test.each([
    [19_999, false],
    [20_000, true],
    [32_000, true],
    [32_001, false],
    [undefined, false],
  ])('are held against what was measured: %s ms', (measured, passed) => {
    expect(
      predictionFindings({ detectMs: measured, worstWaitMs: 0, worstFormWaitMs: 0 }, { detectMs }, 360_000),
    ).toEqual([
      {
        kind: 'prediction',
        changedBy: ['healthChecks.endpoints', 'healthChecks.interval', 'healthChecks.failureThreshold'],
        what: 'Route 53 notices, as predicted',
        measured,
        atLeast: 20_000,
        atMost: 32_000,
        unit: 'ms',
        passed,
      },
    ]);
  });

  test.each([
    [undefined, 360_000, [false]],
    [undefined, 359_999, []],
    [360_000, 1, [true]],
  ])('wait for the end as long as the play goes on: %s ms of %i ms', (recoveredMs, restMs, passed) => {
    const predicted = { recoveredMs: { earliestMs: 0, latestMs: 360_000 } };
    const findings = predictionFindings(
      { recoveredMs, worstWaitMs: 0, worstFormWaitMs: 0 },
      predicted,
      restMs,
    );
    expect(findings.map((finding) => finding.passed)).toEqual(passed);
  });

  test.each([
    [undefined, 0, true],
    [0, 1, false],
    [1, 1, false],
  ])('are wrong where something happens that was foretold not to: %s ms', (detectMs, measured, passed) => {
    expect(
      predictionFindings({ detectMs, worstWaitMs: 0, worstFormWaitMs: 0 }, { never: ['detectMs'] }, 360_000),
    ).toEqual([
      {
        kind: 'prediction',
        changedBy: ['healthChecks.endpoints', 'healthChecks.interval', 'healthChecks.failureThreshold'],
        what: 'Route 53 answers with SECONDARY, never as predicted',
        measured,
        atMost: 0,
        unit: 'answers',
        passed,
      },
    ]);
  });

  test('say nothing where nothing was foretold', () => {
    expect(predictionFindings({ detectMs: 1, worstWaitMs: 0, worstFormWaitMs: 0 }, {}, 360_000)).toEqual([]);
  });
});
