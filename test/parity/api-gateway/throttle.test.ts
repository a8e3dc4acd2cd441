import fc from 'fast-check';
import {
  type Bucket,
  fullBucket,
  type Throttle,
  takeToken,
} from '../../../lib/rehearsal/api-gateway/rules/throttle';

const source =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html';

/** Which of the requests that arrive at these times get through. */
function passing(throttle: Throttle, arrivalsMs: readonly number[]): readonly boolean[] {
  let bucket: Bucket = fullBucket(throttle);
  return arrivalsMs.map((nowMs) => {
    const taken = takeToken(throttle, bucket, nowMs);
    bucket = taken.bucket;
    return taken.passes;
  });
}

describe(`Token bucket of a throttle (${source})`, () => {
  test.each([
    ['as many at once as the burst limit says', [0, 0, 0], [true, true, false]],
    ['none before there is a whole token again', [0, 0, 99], [true, true, false]],
    ['one as soon as there is a whole token again', [0, 0, 100], [true, true, true]],
    ['never more at once than the burst limit says', [0, 60_000, 60_000, 60_000], [true, true, true, false]],
    ['those that started earlier by what is left', [200, 100, 0], [true, true, false]],
  ])('lets through %s', (_name, arrivalsMs, expected) => {
    expect(passing({ rateLimit: 10, burstLimit: 2 }, arrivalsMs)).toEqual(expected);
  });

  test('never lets through more than the burst and what the rate has added', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.nat(100),
        fc.array(fc.nat(10_000), { maxLength: 200 }),
        (rateLimit, burstLimit, arrivalsMs) => {
          const passed = passing({ rateLimit, burstLimit }, arrivalsMs).filter(Boolean).length;
          const added = (Math.max(0, ...arrivalsMs) / 1000) * rateLimit;
          expect(passed).toBeLessThanOrEqual(burstLimit + added + 1e-6);
        },
      ),
    );
  });
});
