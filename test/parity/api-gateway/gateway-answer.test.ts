import { GATEWAY_RESPONSE } from '../../../lib/rehearsal/api-gateway/resource';
import {
  gatewayAnswer,
  MISSING_METHOD,
  THROTTLED,
} from '../../../lib/rehearsal/api-gateway/rules/gateway-answer';

const source =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html';

const response = (ResponseType: string, StatusCode?: string, but: Record<string, unknown> = {}) =>
  GATEWAY_RESPONSE.properties.parse({ ResponseType, RestApiId: 'api', StatusCode, ...but });

describe(`Gateway response (${source})`, () => {
  test.each([
    [THROTTLED, 429],
    [MISSING_METHOD, 403],
  ])('of an API that says nothing is the default one: $type', (error, status) => {
    expect(gatewayAnswer(error, [])).toEqual({
      status,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ message: error.message })),
    });
  });

  test.each([
    ['the one for all 4XX', [response('DEFAULT_4XX', '503')], 503],
    [
      'its own before the one for all 4XX',
      [response('DEFAULT_4XX', '503'), response('THROTTLED', '420')],
      420,
    ],
    ['not the one for all 5XX', [response('DEFAULT_5XX', '503')], 429],
    ['not that of another type', [response('MISSING_AUTHENTICATION_TOKEN', '404')], 429],
    ['its own status where none is said', [response('DEFAULT_4XX')], 429],
  ])('to a throttled request is %s', (_name, responses, status) => {
    expect(gatewayAnswer(THROTTLED, responses)).toMatchObject({ status });
  });

  test('has the headers and the body that the API says', () => {
    const closed = response('DEFAULT_4XX', '503', {
      ResponseParameters: { 'gatewayresponse.header.Retry-After': "'30'" },
      ResponseTemplates: { 'text/plain': 'closed' },
    });
    expect(gatewayAnswer(THROTTLED, [closed])).toEqual({
      status: 503,
      headers: { 'content-type': 'text/plain', 'retry-after': '30' },
      body: Buffer.from('closed'),
    });
  });
});
