import type { NetworkRequest } from '../network/network';
import type { EdgeAnswer } from './edge-answer';
import type { EdgeFunction, FunctionEvent, FunctionRequest, FunctionResponse } from './edge-function';

/** A viewer-request function lets the request go on, changed or not, or answers it. */
export type ViewerRequestResult =
  | { readonly kind: 'request'; readonly request: NetworkRequest }
  | { readonly kind: 'response'; readonly answer: EdgeAnswer };

/** Emulation: CloudFront Functions take less than a millisecond. */
const FUNCTION_MS = 1;

/** @param edgeFunction undefined where the cache behavior has none */
export function runViewerRequest(
  edgeFunction: EdgeFunction | undefined,
  request: NetworkRequest,
): ViewerRequestResult {
  if (edgeFunction === undefined) return { kind: 'request', request };
  const result = edgeFunction({ context: { eventType: 'viewer-request' }, ...eventOf(request) });
  if ('statusCode' in result)
    return { kind: 'response', answer: answerOf(result, 'the viewer-request function answered') };
  const query = request.path.split('?')[1];
  return {
    kind: 'request',
    request: { ...request, path: query === undefined ? result.uri : `${result.uri}?${query}` },
  };
}

/** @param edgeFunction undefined where the cache behavior has none */
export function runViewerResponse(
  edgeFunction: EdgeFunction | undefined,
  request: NetworkRequest,
  answer: EdgeAnswer,
): EdgeAnswer {
  if (edgeFunction === undefined) return answer;
  const response = {
    statusCode: answer.status,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, { value }])),
  };
  const result = edgeFunction({
    context: { eventType: 'viewer-response' },
    ...eventOf(request),
    response,
  }) as FunctionResponse;
  const changed = answerOf(result, 'the viewer-response function ran');
  return {
    ...answer,
    status: changed.status,
    headers: changed.headers,
    // A body that the function does not set stays the origin's.
    body: result.body === undefined ? answer.body : changed.body,
    elapsedMs: answer.elapsedMs + FUNCTION_MS,
    because: [...answer.because, ...changed.because],
  };
}

const eventOf = (request: NetworkRequest): Omit<FunctionEvent, 'context'> => ({
  viewer: { ip: '198.51.100.1' },
  request: functionRequest(request),
});

function functionRequest({ method, path, headers }: NetworkRequest): FunctionRequest {
  const [uri = '/', query = ''] = path.split('?');
  const { cookie = '', ...others } = headers;
  return {
    method,
    uri,
    querystring: pairs(query, '&'),
    headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, { value }])),
    cookies: pairs(cookie, ';'),
  };
}

const pairs = (text: string, separator: string): Record<string, { value: string }> =>
  Object.fromEntries(
    text
      .split(separator)
      .map((pair) => pair.trim())
      .filter(Boolean)
      .map((pair) => [pair.split('=', 1)[0], { value: pair.slice(pair.indexOf('=') + 1) }]),
  );

function answerOf({ statusCode, headers = {}, body = '' }: FunctionResponse, because: string): EdgeAnswer {
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])),
    body:
      typeof body === 'string'
        ? Buffer.from(body)
        : Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8'),
    elapsedMs: FUNCTION_MS,
    servedFrom: 'function',
    because: [because],
  };
}
