import { FAULT, type ScenarioFault } from '../../../lib/rehearsal/scenario/fault';
import { faultSpan } from '../../../lib/rehearsal/scenario/fault-span';

const fault = (kind: string, fromSeconds: number, toSeconds: number) =>
  FAULT.parse({ kind, fromSeconds, toSeconds });

/** As Route 53 would, roughly. */
const lastsLong = ({ fromSeconds, toSeconds }: ScenarioFault): boolean => toSeconds - fromSeconds >= 45;

describe('span of faults', () => {
  test('goes from the first failure of the store to its last repair', () => {
    expect(faultSpan([fault('refuses', 300, 400), fault('hangs', 100, 200)])).toMatchObject({
      failsSeconds: 100,
      repairedSeconds: 400,
    });
  });

  test('leaves out what else goes wrong', () => {
    expect(faultSpan([fault('functions fail', 0, 1_500), fault('refuses', 600, 1_200)])).toMatchObject({
      failsSeconds: 600,
      repairedSeconds: 1_200,
    });
  });

  test('is that of all faults where the store is well', () => {
    expect(faultSpan([fault('functions fail', 0, 900), fault('region lost', 100, 1_200)])).toMatchObject({
      failsSeconds: 0,
      repairedSeconds: 1_200,
    });
  });
});

describe('what times count from', () => {
  const OUTAGE = fault('refuses', 600, 1_200);
  const counted = (...faults: ScenarioFault[]) => faultSpan(faults, lastsLong).counted;

  test('is the whole span of a single failure, noticed or not', () => {
    const whole = {
      failsSeconds: 600,
      failsAgainSeconds: [],
      repairedSeconds: 1_200,
      repairedAgainSeconds: [],
    };
    expect(counted(OUTAGE)).toEqual(whole);
    expect(faultSpan([OUTAGE]).counted).toEqual(whole);
  });

  test('is the outage, not a blip before it', () => {
    expect(counted(fault('refuses', 0, 15), OUTAGE)).toEqual({
      failsSeconds: 600,
      failsAgainSeconds: [],
      repairedSeconds: 1_200,
      repairedAgainSeconds: [],
    });
  });

  test('is the outage, not a blip after it', () => {
    expect(counted(OUTAGE, fault('refuses', 1_800, 1_815))).toEqual({
      failsSeconds: 600,
      failsAgainSeconds: [1_800],
      repairedSeconds: 1_200,
      repairedAgainSeconds: [1_815],
    });
  });

  test('goes from the first of several outages to the last', () => {
    expect(counted(OUTAGE, fault('hangs', 1_800, 2_400))).toEqual({
      failsSeconds: 600,
      failsAgainSeconds: [1_800],
      repairedSeconds: 2_400,
      repairedAgainSeconds: [],
    });
  });

  test.each([
    [1_259, 1_274, []],
    [1_260, 1_200, [1_275]],
  ])('takes what follows within a minute for the same failure: at %i s', (from, repairedSeconds, again) => {
    expect(counted(OUTAGE, fault('refuses', from, from + 15))).toMatchObject({
      failsAgainSeconds: again.length === 0 ? [] : [from],
      repairedSeconds,
      repairedAgainSeconds: again,
    });
  });

  test('is every failure where none is noticed', () => {
    expect(counted(fault('refuses', 0, 15), fault('refuses', 600, 615))).toEqual({
      failsSeconds: 0,
      failsAgainSeconds: [600],
      repairedSeconds: 615,
      repairedAgainSeconds: [],
    });
  });
});
