import { CertifiedHost, wildcardCovers } from '../../../../lib/rehearsal/kernel/network/certified-host';
import type { NetworkRequest } from '../../../../lib/rehearsal/kernel/network/network';
import { FakeHost } from '../../helpers/fake-host';

const ADDRESS = 'abc.execute-api.us-east-1.amazonaws.com';

describe('wildcard of a certificate (https://www.rfc-editor.org/rfc/rfc9525#section-6.3)', () => {
  test.each([
    ['a.s3.amazonaws.com', true],
    ['A.S3.Amazonaws.com', true],
    ['a.b.s3.amazonaws.com', false],
    ['s3.amazonaws.com', false],
    ['.s3.amazonaws.com', false],
    ['shop.example.com', false],
  ])('covers one label before its domain: %s %s', (name, expected) => {
    expect(wildcardCovers('s3.amazonaws.com', name)).toBe(expected);
  });
});

describe('host with a certificate of AWS', () => {
  const inner = new FakeHost();
  const host = new CertifiedHost(inner, (address) => address.slice(address.indexOf('.') + 1));
  const ask = (but: Partial<NetworkRequest>) =>
    host.exchange(ADDRESS, { method: 'GET', path: '/', headers: {}, ...but }, 0);
  const FOREIGN = ['origin.shop.example.com', 'shop.example.com'];

  test.each<[string, Partial<NetworkRequest>]>([
    ['wants its name', { certificateNames: [ADDRESS] }],
    ['wants one of two names that is its own', { certificateNames: [...FOREIGN, ADDRESS] }],
    ['looks at no certificate, as a health checker', {}],
    ['speaks HTTP', { certificateNames: FOREIGN, protocol: 'http' }],
  ])('answers who %s', async (_who, request) => {
    expect(await ask(request)).toMatchObject({ kind: 'response' });
  });

  test('is left before anything is asked by who wants another name', async () => {
    const before = inner.received.length;
    expect(await ask({ certificateNames: FOREIGN })).toMatchObject({
      kind: 'tls-failure',
      reason: 'certificate',
    });
    expect(inner.received).toHaveLength(before);
  });
});
