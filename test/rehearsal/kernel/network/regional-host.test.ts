import { RegionalHost } from '../../../../lib/rehearsal/kernel/network/regional-host';
import { FakeHost } from '../../helpers/fake-host';

describe('host in a region', () => {
  test.each([
    [false, 'site.s3.us-east-1.amazonaws.com', 'response'],
    [true, 'site.s3.us-east-1.amazonaws.com', 'connect-timeout'],
    [true, 'site.s3.amazonaws.com', 'connect-timeout'],
    [true, 'd-1.execute-api.us-east-1.amazonaws.com', 'connect-timeout'],
    [true, 'd-1.execute-api.eu-west-1.amazonaws.com', 'response'],
    [true, 'site.s3.ap-southeast-2.amazonaws.com', 'response'],
    [true, 'site.s3.us-gov-east-1.amazonaws.com', 'response'],
  ])('is reached unless its region is lost (%s): %s', async (lost, address, kind) => {
    const host = new RegionalHost(new FakeHost(), () => lost);
    expect(host.answersAt(address)).toBe(true);
    const request = { method: 'GET', path: '/', headers: {} };
    expect(await host.exchange(address, request, 0)).toMatchObject({ kind });
  });
});
