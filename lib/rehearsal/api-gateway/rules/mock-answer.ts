import type { ResponseExchange } from '../../network/exchange';
import type { METHOD } from '../resource';

type Method = (typeof METHOD)['properties']['_output'];

/** What an API answers with. Header names in lower case. */
export type ApiAnswer = Pick<ResponseExchange, 'status' | 'headers' | 'body'>;

/**
 * A mock integration answers by its request template's status code, which selects the integration response.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export function mockAnswer({ Integration }: Method): ApiAnswer {
  const [template = '{}'] = Object.values(Integration.RequestTemplates);
  const wanted = /"?statusCode"?\s*:\s*(\d+)/.exec(template)?.[1];
  const response =
    Integration.IntegrationResponses.find(
      ({ SelectionPattern }) =>
        SelectionPattern !== undefined && new RegExp(`^(?:${SelectionPattern})$`).test(wanted ?? ''),
    ) ?? Integration.IntegrationResponses.find(({ SelectionPattern }) => SelectionPattern === undefined);
  const [contentType = 'application/json', body = ''] =
    Object.entries(response?.ResponseTemplates ?? {})[0] ?? [];
  return {
    status: Number(response?.StatusCode ?? 500),
    headers: {
      'content-type': contentType,
      ...staticHeaders('method.response.header.', response?.ResponseParameters ?? {}),
    },
    body: Buffer.from(body),
  };
}

/** With the prefix `method.response.header.`, the parameter `…Retry-After: "'120'"` is the header `retry-after: 120`. */
export const staticHeaders = (
  prefix: string,
  parameters: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length).toLowerCase(), value.replace(/^'|'$/g, '')]),
  );
