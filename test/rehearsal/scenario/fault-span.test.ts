import { FAULT } from '../../../lib/rehearsal/scenario/fault';
import { faultSpan } from '../../../lib/rehearsal/scenario/fault-span';

const fault = (kind: string, fromSeconds: number, toSeconds: number) =>
  FAULT.parse({ kind, fromSeconds, toSeconds });

describe('span of faults', () => {
  test('goes from the first failure of the store to its last repair', () => {
    expect(faultSpan([fault('refuses', 300, 400), fault('hangs', 100, 200)])).toEqual({
      failsSeconds: 100,
      repairedSeconds: 400,
    });
  });

  test('leaves out what else goes wrong', () => {
    expect(faultSpan([fault('functions fail', 0, 1_500), fault('refuses', 600, 1_200)])).toEqual({
      failsSeconds: 600,
      repairedSeconds: 1_200,
    });
  });

  test('is that of all faults where the store is well', () => {
    expect(faultSpan([fault('functions fail', 0, 900), fault('region lost', 100, 1_200)])).toEqual({
      failsSeconds: 0,
      repairedSeconds: 1_200,
    });
  });
});
