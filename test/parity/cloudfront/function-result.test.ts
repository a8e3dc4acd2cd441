import { judgeFunctionResult } from '../../../lib/rehearsal/aws/cloudfront/rules/function-result';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html';
const judge = (value: unknown, eventType: 'viewer-request' | 'viewer-response' = 'viewer-request') =>
  judgeFunctionResult(eventType, { kind: 'returned', value }, ['x-amzn-trace-id']);

describe(`Function that returns (${source})`, () => {
  test.each([
    ['a request', { uri: '/' }],
    ['a response', { statusCode: 503 }],
    ['the lowest status', { statusCode: 100 }],
    ['the highest status', { statusCode: 599 }],
    ['a header', { statusCode: 200, headers: { 'retry-after': { value: '1' } } }],
    ['a body as text', { statusCode: 503, body: 'sorry' }],
    ['a body with its encoding', { statusCode: 503, body: { encoding: 'base64', data: 'AA==' } }],
    ['a cookie', { statusCode: 503, cookies: { seen: { value: '', attributes: 'Secure' } } }],
    ['a disallowed header of the viewer', { uri: '/', headers: { 'x-amzn-trace-id': { value: '1' } } }],
  ])('is accepted with %s', (_name, value) => {
    expect(judge(value)).toEqual({ kind: 'accepted' });
  });

  test.each([
    ['no object', null],
    ['no object', 'text'],
    ['a request whose uri does not begin with a slash', {}],
    ['a request whose uri does not begin with a slash', { uri: 'teapot' }],
    ['status 99', { statusCode: 99 }],
    ['status 600', { statusCode: 600 }],
    ['status "200"', { statusCode: '200' }],
    ['the header connection, which functions may not add', { uri: '/', headers: { connection: {} } }],
    ['the header x-amz-cf-id, which functions may not add', { uri: '/', headers: { 'x-amz-cf-id': {} } }],
    ['the header Connection, which functions may not add', { uri: '/', headers: { Connection: {} } }],
    ['headers that are no object', { statusCode: 200, headers: null }],
    ['headers that are no object', { statusCode: 200, headers: 'text' }],
    [
      'headers.retry-after without a text as its value',
      { statusCode: 200, headers: { 'retry-after': 'text' } },
    ],
    [
      'headers.retry-after without a text as its value',
      { statusCode: 200, headers: { 'retry-after': null } },
    ],
    [
      'headers.retry-after without a text as its value',
      { statusCode: 200, headers: { 'retry-after': { value: 1 } } },
    ],
    ['cookies.seen without a text as its value', { uri: '/', cookies: { seen: {} } }],
    ['querystring.page without a text as its value', { uri: '/', querystring: { page: '1' } }],
    ['a body that is no text', { statusCode: 200, body: null }],
    ['a body that is no text', { statusCode: 200, body: 1 }],
    ['a body that is no text', { statusCode: 200, body: { encoding: 'text' } }],
    ['the header x-edge-1, which functions may not add', { statusCode: 200, headers: { 'x-edge-1': {} } }],
  ])('fails validation with %s', (problem, value) => {
    expect(judge(value)).toEqual({
      kind: 'failed',
      status: 502,
      metric: 'FunctionValidationErrors',
      because: `the viewer-request function returned ${problem}`,
    });
  });

  test('fails validation with a request in place of a response', () => {
    expect(judge({ uri: '/' }, 'viewer-response')).toMatchObject({ status: 502 });
  });
});

describe('Function that throws (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-503-service-unavailable.html)', () => {
  test('is an execution error', () => {
    expect(judgeFunctionResult('viewer-response', { kind: 'threw', error: 'TypeError: x' }, [])).toEqual({
      kind: 'failed',
      status: 503,
      metric: 'FunctionExecutionErrors',
      because: 'the viewer-response function failed: TypeError: x',
    });
  });
});
