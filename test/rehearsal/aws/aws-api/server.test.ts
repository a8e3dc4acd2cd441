import { type ApiServer, startApiServer } from '../../../../lib/rehearsal/aws/aws-api/server';

describe('server of emulated services', () => {
  let server: ApiServer;
  beforeEach(async () => {
    server = await startApiServer({
      ECHO: ({ method, path, body }) => ({
        status: 200,
        contentType: 'text/plain',
        body: `${method} ${path} ${Buffer.from(body)}`,
      }),
      BROKEN: () => {
        throw new Error('boom');
      },
    });
  });
  afterEach(() => server.close());

  const ask = async (name: string, path: string) => {
    const response = await fetch(`${server.env[`AWS_ENDPOINT_URL_${name}`]}${path}`, {
      method: 'POST',
      body: 'hello',
    });
    return { status: response.status, text: await response.text() };
  };

  test('hands a call to its service, without the prefix', async () => {
    expect(await ask('ECHO', '/bucket/key?a=1')).toEqual({ status: 200, text: 'POST /bucket/key?a=1 hello' });
  });

  test('answers a service that fails with the reason', async () => {
    const text = 'the rehearsal does not model this request: Error: boom';
    expect(await ask('BROKEN', '/')).toEqual({ status: 400, text });
  });

  test('knows no other services', async () => {
    const url = server.env['AWS_ENDPOINT_URL_ECHO']?.replace('ECHO', 'OTHER') ?? '';
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([404, 'no service OTHER']);
  });
});
