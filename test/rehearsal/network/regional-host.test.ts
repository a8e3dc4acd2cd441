import { RegionalHost } from '../../../lib/rehearsal/network/regional-host';
import { FakeHost } from '../helpers/fake-host';

describe('host in a region', () => {
  test.each([
    [false, 'response'],
    [true, 'connect-timeout'],
  ])('is reached unless the region is lost (%s): %s', async (lost, kind) => {
    const host = new RegionalHost(new FakeHost(), () => lost);
    expect(host.answersAt('192.0.2.1')).toBe(true);
    const request = { method: 'GET', path: '/', headers: {} };
    expect(await host.exchange('192.0.2.1', request, 0)).toMatchObject({ kind });
  });
});
