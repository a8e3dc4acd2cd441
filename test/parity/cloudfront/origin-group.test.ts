import {
  FAILOVER_STATUS_CODES,
  originFailover,
} from '../../../lib/rehearsal/aws/cloudfront/rules/origin-group';
import {
  type OriginFailure,
  responded,
  unavailable,
} from '../../../lib/rehearsal/aws/cloudfront/rules/origin-result';
import { aResponse } from '../helpers/exchanges';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html';

const status = (code: number) => responded(aResponse({ status: code }), 1, 60);
const get = { method: 'GET', optionsCached: false };

describe(`Origin group, methods (${source})`, () => {
  test.each([
    ['GET', false, true],
    ['HEAD', false, true],
    ['OPTIONS', false, false],
    ['OPTIONS', true, true],
    ['POST', true, false],
    ['PUT', true, false],
    ['PATCH', true, false],
    ['DELETE', true, false],
  ])('%s with OPTIONS cached %s: %s', (method, optionsCached, failsOver) => {
    const request = { method, optionsCached, failoverStatusCodes: [503] };
    expect(originFailover(request, status(503)).failsOver).toBe(failsOver);
  });
});

describe(`Origin group, status codes (${source})`, () => {
  test.each([
    [200, [500, 502, 503, 504], false],
    [304, [500, 502, 503, 504], false],
    [404, [500, 502, 503, 504], false],
    [404, [404], true],
    [429, FAILOVER_STATUS_CODES, true],
    [500, [500], true],
    [501, FAILOVER_STATUS_CODES, false],
    [503, [500], false],
  ])('a response with %i fails over on %j: %s', (code, failoverStatusCodes, failsOver) => {
    expect(originFailover({ ...get, failoverStatusCodes }, status(code)).failsOver).toBe(failsOver);
  });
});

describe(`Origin group, unavailable origin (${source})`, () => {
  test.each<readonly [OriginFailure, number]>([
    ['connect-refused', 503],
    ['connect-timeout', 503],
    ['response-timeout', 504],
    ['completion-timeout', 504],
    ['dns-failure', 502],
    ['tls-failure', 502],
    ['reset', 502],
  ])('%s fails over when %i is a failover status code', (failure, code) => {
    const primary = unavailable(failure, 1, 10);
    const others = FAILOVER_STATUS_CODES.filter((other) => other !== code);
    expect(originFailover({ ...get, failoverStatusCodes: [code] }, primary).failsOver).toBe(true);
    expect(originFailover({ ...get, failoverStatusCodes: others }, primary).failsOver).toBe(false);
  });

  test('says which status code was missing', () => {
    const decision = originFailover(
      { ...get, failoverStatusCodes: [500] },
      unavailable('response-timeout', 3, 90_000),
    );
    expect(decision.because).toBe('response-timeout fails over with 504, which is no failover status code');
  });
});
