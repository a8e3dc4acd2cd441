import { concerns, lastsMs, storeFailure } from '../../../../lib/rehearsal/judge/prediction/store-failure';
import { FAULT } from '../../../../lib/rehearsal/scenario/fault';

const fault = (given: object) => FAULT.parse({ fromSeconds: 0, toSeconds: 600, ...given });

describe('failure of the store', () => {
  test.each([
    [{ kind: 'refuses' }, 0, 'fails at once'],
    [{ kind: 'errors' }, 0, 'fails at once'],
    [{ kind: 'black hole' }, 4_000, 'never connects'],
    [{ kind: 'hangs' }, 2_000, 'never answers'],
    [{ kind: 'slow', delaySeconds: 2.001 }, 2_000, 'answers'],
    [{ kind: 'wrong content' }, 0, 'answers'],
    [{ kind: 'name fails' }, 0, 'fails at once'],
    [{ kind: 'certificate expired' }, 0, 'fails at once'],
  ])('is known of %j', (given, probeMs, client) => {
    expect(storeFailure(fault(given))).toMatchObject({ probeMs, client: { kind: client } });
  });

  test.each([
    [{ kind: 'errors', sharePercent: 99 }],
    [{ kind: 'errors', rampSeconds: 1 }],
    [{ kind: 'slow', delaySeconds: 2 }],
    [{ kind: 'slow', delaySeconds: 8, rampSeconds: 1 }],
    [{ kind: 'spike', times: 10 }],
  ])('is left to the simulation: %j', (given) => {
    expect(storeFailure(fault(given))).toBeUndefined();
  });

  test.each([
    [undefined, 600_000],
    [{ downSeconds: 40, upSeconds: 50 }, 40_000],
    [{ downSeconds: 900, upSeconds: 50 }, 600_000],
  ])('lasts until it first goes away: %j', (flaps, ms) => {
    expect(lastsMs(fault({ kind: 'refuses', ...(flaps && { flaps }) }))).toBe(ms);
  });

  test.each([
    [undefined, '/anything', true],
    [['/checkout'], '/checkout', true],
    [['/checkout'], '/checkout/pay', true],
    [['/checkout'], '/checkout?step=2', true],
    [['/checkout'], '/checkouts', false],
    [['/checkout'], '/', false],
    [['/a', '/b'], '/b', true],
    [['/shop/'], '/shop/cart', true],
    [['/shop/'], '/shops', false],
    [['/'], '/anything', true],
  ])('with the paths %j concerns %s: %s', (paths, path, expected) => {
    const failure = { probeMs: 0, needsSearch: false, paths, client: { kind: 'fails at once' } } as const;
    expect(concerns(failure, path)).toBe(expected);
  });
});
