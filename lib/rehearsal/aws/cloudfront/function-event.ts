import { type NetworkRequest, pathOf } from '../../kernel/network/network';
import type { FunctionRequest, FunctionResponse, FunctionValue } from './cloudfront-function';
import type { EdgeAnswer } from './edge-answer';

type Values = Readonly<Record<string, FunctionValue>>;

/**
 * A request as CloudFront Functions see it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function functionRequest({ method, path, headers }: NetworkRequest): FunctionRequest {
  return {
    method,
    uri: pathOf({ path }),
    querystring: valuesOf(queryOf(path), '&'),
    headers: headerValues(headers, 'cookie'),
    cookies: valuesOf(headers['cookie'] ?? '', ';'),
  };
}

/** A response as CloudFront Functions see it, its cookie apart. */
export function functionResponse({
  status,
  headers,
}: Pick<EdgeAnswer, 'status' | 'headers'>): FunctionResponse {
  const cookie = headers['set-cookie'];
  const response = { statusCode: status, headers: headerValues(headers, 'set-cookie') };
  if (cookie === undefined) {
    return { ...response, cookies: {} };
  }
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const [name = ''] = pair.split('=', 1);
  const value = { value: pair.slice(name.length + 1), attributes: attributes.join('; ') };
  return { ...response, cookies: { [name]: value } };
}

/** The headers of a response of a function. Emulation: of several cookies the last one only. */
export function responseHeaders({ headers, cookies = {} }: FunctionResponse): Record<string, string> {
  const cookie = Object.entries(cookies).at(-1);
  if (cookie === undefined) {
    return plainHeaders(headers);
  }
  const [name, { value, attributes }] = cookie;
  return { ...plainHeaders(headers), 'set-cookie': `${name}=${value}${attributes ? `; ${attributes}` : ''}` };
}

/** The request that goes on after a function has changed it. A function can't change the method or the body. */
export function changedRequest(
  before: NetworkRequest,
  { uri, querystring, headers, cookies }: FunctionRequest,
): NetworkRequest {
  const given = functionRequest(before);
  // What the function left alone stays as the viewer wrote it, order included.
  const query = same(given.querystring, querystring) ? queryOf(before.path) : textOf(querystring, '&');
  const cookie = same(given.cookies, cookies) ? before.headers['cookie'] : textOf(cookies, '; ');
  return {
    ...before,
    path: query === '' ? uri : `${uri}?${query}`,
    headers: { ...plainHeaders(headers), ...(cookie ? { cookie } : {}) },
  };
}

/** All headers but the one that functions see apart from them. */
function headerValues(
  headers: Readonly<Record<string, string>>,
  apart: 'cookie' | 'set-cookie',
): Record<string, FunctionValue> {
  const values: Record<string, FunctionValue> = {};
  for (const name in headers) {
    if (name !== apart) {
      values[name] = { value: headers[name] ?? '' };
    }
  }
  return values;
}

/** Headers as everybody else sees them. */
const plainHeaders = (headers: FunctionResponse['headers'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]));

const queryOf = (path: string): string => (path.includes('?') ? path.slice(path.indexOf('?') + 1) : '');

const same = (one: Values, other: Values | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other ?? {});

function valuesOf(text: string, separator: string): Record<string, FunctionValue> {
  const values: Record<string, FunctionValue> = {};
  // Most requests have no query and no cookie.
  if (text === '') {
    return values;
  }
  for (const pair of text.split(separator).map((one) => one.trim())) {
    if (pair === '') {
      continue;
    }
    const [name = ''] = pair.split('=', 1);
    const value = pair.slice(name.length + 1);
    const known = values[name];
    // The last value counts, and all of them are listed.
    values[name] =
      known === undefined
        ? { value }
        : { value, multiValue: [...(known.multiValue ?? [{ value: known.value }]), { value }] };
  }
  return values;
}

const textOf = (values: Values | undefined, separator: string): string =>
  Object.entries(values ?? {})
    .flatMap(([name, { value, multiValue }]) =>
      (multiValue ?? [{ value }]).map((one) => (one.value === '' ? name : `${name}=${one.value}`)),
    )
    .join(separator);
