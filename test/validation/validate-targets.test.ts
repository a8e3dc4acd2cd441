import { Duration } from 'aws-cdk-lib';
import type { OnCallProps } from '../../lib';
import { validateTargets } from '../../lib/validation/validate-targets';

const ON_CALL: OnCallProps = {
  emails: ['a@example.com'],
  runbookUrl: 'https://wiki.example.com',
  escalation: { emails: ['b@example.com'] },
};
const minutes = (amount: number) => Duration.seconds(amount * 60);

describe('targets', () => {
  test.each([
    ['none at all', undefined],
    ['the least', { SEV1: { respond: minutes(1), mend: minutes(1) } }],
    ['the most', { SEV3: { respond: minutes(1_440), mend: minutes(10_080) } }],
    ['one of the two', { SEV2: { mend: minutes(60) }, SEV1: { respond: minutes(15) } }],
  ] satisfies [string, OnCallProps['targets']][])('may be %s', (_, targets) => {
    expect(validateTargets({ ...ON_CALL, targets })).toEqual([]);
  });

  test.each([
    [
      { SEV1: { respond: minutes(0) } },
      'onCall.targets.SEV1.respond: must be whole minutes, got 0; allowed are 1 to 1440 minutes',
    ],
    [
      { SEV1: { respond: minutes(1_441) } },
      'onCall.targets.SEV1.respond: must be whole minutes, got 1441; allowed are 1 to 1440 minutes',
    ],
    [
      { SEV2: { mend: minutes(10_081) } },
      'onCall.targets.SEV2.mend: must be whole minutes, got 10081; allowed are 1 to 10080 minutes',
    ],
    [
      { SEV2: { mend: minutes(0.5) } },
      'onCall.targets.SEV2.mend: must be whole minutes, got 0.5; allowed are 1 to 10080 minutes',
    ],
    [
      { SEV1: { respond: minutes(15), mend: minutes(14) } },
      'onCall.targets.SEV1.mend: must not be less than respond, got 14; respond is 15 minutes; give more time to mend than to respond',
    ],
    [{ SEV3: {} }, 'onCall.targets.SEV3: must have a target, got {}; set respond, mend or both'],
  ])('are refused by name: %j', (targets, mistake) => {
    expect(validateTargets({ ...ON_CALL, targets })).toEqual([mistake]);
  });

  test('need somebody who is told', () => {
    expect(
      validateTargets({ ...ON_CALL, escalation: undefined, targets: { SEV1: { respond: minutes(15) } } }),
    ).toEqual([
      'onCall.targets: must have a second contact, got ["SEV1"]; set onCall.escalation, who is told when a target passes',
    ]);
  });
});
