import { FetchPlatform } from '../../../../lambda/status-update/adapters/fetch-platform';
import { type Answers, type AwsStandIn, startAwsStandIn } from '../helpers/aws-stand-in';

const URL_OF_PAGE = 'https://status.example.com/api/v2/summary.json';
const MAX_BYTES = 65_536;

let server: AwsStandIn;
let answers: Answers;
beforeEach(async () => {
  server = await startAwsStandIn((request) => answers(request));
  const real = globalThis.fetch;
  // The same request over real HTTP: a certificate for the page is nothing that a test can have.
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation((input, init) =>
      real(String(input).replace('https://status.example.com', server.endpoint), init),
    );
});
afterEach(() => {
  jest.restoreAllMocks();
  return server.close();
});

const ask = () => new FetchPlatform().summary(URL_OF_PAGE);

describe("the platform's status page", () => {
  test('is read as it is, up to 64 KB', async () => {
    answers = () => 'x'.repeat(MAX_BYTES);
    expect(await ask()).toHaveLength(MAX_BYTES);
    expect(server.requests).toMatchObject([{ method: 'GET', path: '/api/v2/summary.json' }]);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('is given up beyond that', async () => {
    answers = () => 'x'.repeat(MAX_BYTES + 1);
    await expect(ask()).rejects.toThrow('status.example.com: sent more than 65536 bytes');
  });

  test.each([301, 403, 500])('is nothing when it answers %d', async (status) => {
    answers = () => ({ status, body: '{}' });
    await expect(ask()).rejects.toThrow(`status.example.com: answered ${status}`);
    expect(server.requests).toHaveLength(1);
  });

  test('is given up after two seconds', async () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    answers = () => '{}';
    await expect(ask()).rejects.toThrow(/abort/i);
    expect(timeout).toHaveBeenCalledWith(2_000);
  });

  test('is asked over https only', async () => {
    await expect(new FetchPlatform().summary('http://status.example.com/')).rejects.toThrow(
      'status.example.com: must be asked over https, got http:',
    );
    expect(server.requests).toEqual([]);
  });
});
