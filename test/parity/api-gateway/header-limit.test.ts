import { tooManyHeaders } from '../../../lib/rehearsal/api-gateway/rules/header-limit';

const source =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html';

/** Headers of so many bytes, with names, colons, spaces and line ends. */
const headersOf = (bytes: number) => {
  const host = { host: 'shop.example.com' };
  const around = 'host: shop.example.com\r\n'.length + 'cookie: \r\n'.length;
  return { ...host, cookie: 'c'.repeat(bytes - around) };
};

describe(`total size of all headers (${source})`, () => {
  test.each([
    [10_239, undefined],
    [10_240, undefined],
    [10_241, 431],
    [20_000, 431],
  ])('of %i bytes is answered with %s', (bytes, status) => {
    expect(tooManyHeaders(headersOf(bytes))?.status).toBe(status);
  });

  test('counts bytes, not letters', () => {
    expect(tooManyHeaders({ cookie: 'ż'.repeat(5_110) })).toBeUndefined();
    expect(tooManyHeaders({ cookie: 'ż'.repeat(5_120) })).toBeDefined();
  });
});
