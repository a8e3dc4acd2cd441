import { type ExternalRequest, fetchFrom } from '../../../../lib/rehearsal/aws/lambda/external-http';

describe('fetch of a function in a rehearsal', () => {
  test.each([
    ['https://hooks.example.com/services/secret'],
    [new URL('https://hooks.example.com/services/secret')],
    [new Request('https://hooks.example.com/services/secret')],
  ])('asks whoever is outside, and keeps no secret of the URL (%#)', async (input) => {
    const asked: ExternalRequest[] = [];
    const fetch = fetchFrom(
      () => (request) => {
        asked.push(request);
        return { status: 202, body: 'taken' };
      },
      'Slack',
    );
    const response = await fetch(input, { method: 'POST', body: '{"a":1}' });
    expect([response.status, await response.text()]).toEqual([202, 'taken']);
    expect(asked).toEqual([
      { method: 'POST', hostName: 'hooks.example.com', body: '{"a":1}', from: 'Slack' },
    ]);
  });

  test('has no body when there is none', async () => {
    const asked: ExternalRequest[] = [];
    const fetch = fetchFrom(() => (request) => {
      asked.push(request);
      return { status: 503 };
    });
    expect((await fetch('https://a.example')).status).toBe(503);
    expect(asked).toEqual([{ method: 'GET', hostName: 'a.example', body: '', from: '' }]);
  });
});
