import { App, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { warnOfLateLatencyAlarm } from '../../lib/validation/warn-of-late-latency-alarm';
import { edgeProps } from '../helpers/store-props';

function warnings(thresholdMs: number, changes: Partial<UnderstudyProps> = {}): readonly unknown[] {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'Store');
  const latencyAlarm = { threshold: Duration.millis(thresholdMs) };
  warnOfLateLatencyAlarm(stack, { ...edgeProps(), latencyAlarm, ...changes });
  return Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => entry.data);
}

describe('latency alarm that comes too late', () => {
  test('is told at synth from two seconds on, when the store is closed before', () => {
    expect(warnings(1_999)).toEqual([]);
    expect(warnings(2_000)).toEqual([
      expect.stringContaining(
        'latencyAlarm.threshold: should be below 2000 ms, got 2000; a critical endpoint that needs more than 2 s counts as down',
      ),
    ]);
  });

  test('is none where slowness does not close the store', () => {
    const healthChecks = { ...edgeProps().healthChecks, slowCloses: false };
    expect(warnings(3_000, { healthChecks })).toEqual([]);
  });

  test('is none without an alarm', () => {
    expect(warnings(3_000, { latencyAlarm: undefined })).toEqual([]);
  });
});
