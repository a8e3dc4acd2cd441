import type { GATEWAY_RESPONSE } from '../resource';
import { type ApiAnswer, staticHeaders } from './mock-answer';

type GatewayResponse = (typeof GATEWAY_RESPONSE)['properties']['_output'];

/** An error that API Gateway makes itself. */
export interface GatewayError {
  readonly type: 'MISSING_AUTHENTICATION_TOKEN' | 'THROTTLED';
  /** What it answers with unless a gateway response says something else. */
  readonly status: number;
  readonly message: string;
}

/** No method of the API fits the request. */
export const MISSING_METHOD: GatewayError = {
  type: 'MISSING_AUTHENTICATION_TOKEN',
  status: 403,
  message: 'Missing Authentication Token',
};

/** The stage's throttle. */
export const THROTTLED: GatewayError = {
  type: 'THROTTLED',
  status: 429,
  message: 'Too Many Requests',
};

/**
 * The answer to a request that API Gateway itself refuses, by the API's gateway responses. Emulation: variables such as
 * `$context.error.messageString` stay as they are written.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export function gatewayAnswer(error: GatewayError, responses: readonly GatewayResponse[]): ApiAnswer {
  // Its own type decides, and where that is not specified, the default one for its status code. Both are 4XX here.
  const response = [error.type, 'DEFAULT_4XX']
    .map((type) => responses.find(({ ResponseType }) => ResponseType === type))
    .find((found) => found !== undefined);
  const [contentType, body] = Object.entries(response?.ResponseTemplates ?? {})[0] ?? [
    'application/json',
    JSON.stringify({ message: error.message }),
  ];
  return {
    status: Number(response?.StatusCode ?? error.status),
    headers: {
      'content-type': contentType,
      ...staticHeaders('gatewayresponse.header.', response?.ResponseParameters ?? {}),
    },
    body: Buffer.from(body),
  };
}
