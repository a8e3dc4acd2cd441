import type { ApiAnswer } from './mock-answer';

/** Of a REST API, not to be raised, in bytes. */
const MAX_HEADER_BYTES = 10_240;
/** Colon, space, carriage return and line feed. */
const BYTES_AROUND = 4;

/**
 * What API Gateway says to a request with too many bytes of headers, such as a shopper's many cookies. Emulation: status
 * 431, whatever the gateway responses are. AWS states the quota, not the answer, and lists no gateway response for it.
 *
 * @param headers Lower-case names, one value each.
 * @returns undefined for a request within the quota, which includes its last byte
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export function tooManyHeaders(headers: Readonly<Record<string, string>>): ApiAnswer | undefined {
  let bytes = 0;
  for (const name in headers) bytes += name.length + Buffer.byteLength(headers[name] ?? '') + BYTES_AROUND;
  return bytes > MAX_HEADER_BYTES ? REFUSED : undefined;
}

const REFUSED: ApiAnswer = {
  status: 431,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"message":"Request Header Fields Too Large"}'),
};
