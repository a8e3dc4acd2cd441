import { describeProbe } from '../../../../lib/operator/verify/probe/describe-probe';
import type { ProbedEndpoint } from '../../../../lib/operator/verify/probe/probed-endpoint';
import type { Exchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../../../parity/helpers/exchanges';

const endpoint: ProbedEndpoint = {
  type: 'HTTPS_STR_MATCH',
  searchString: 'in stock',
  host: 'shop.example.com',
  port: 443,
  path: '/',
  sendsName: true,
};
const body = Buffer.from('in stock');
const describeIt = (met: Exchange, changes: Partial<ProbedEndpoint> = {}) =>
  describeProbe('endpoint home', { ...endpoint, ...changes }, met);

describe('what a checker would say', () => {
  test.each([
    [999, {}],
    [1_000, { warns: true }],
    [2_000, { warns: true }],
  ])('passes with a status after %i ms, and warns from one second on', (firstByteMs, warns) => {
    const { detail, ...finding } = describeIt(aResponse({ firstByteMs, body }));
    expect(finding).toEqual({ ok: true, subject: 'endpoint home', ...warns });
    expect(detail).toMatch(/status 200 and the search string in the first 5120 bytes, after \d\.\d\d s/);
  });

  test('warns of a slow body too', () => {
    expect(describeIt(aResponse({ bodyMs: 1_000, body }))).toMatchObject({ ok: true, warns: true });
  });

  test.each<[string, Exchange, string]>([
    [
      'a status after more than two seconds',
      aResponse({ firstByteMs: 2_001, body }),
      'no status within 2000 ms of connecting; give a lighter path as critical, or set healthChecks.slowCloses: false',
    ],
    [
      'silence',
      { kind: 'no-response', connectMs: 9 },
      'no status within 2000 ms of connecting; give a lighter path as critical, or set healthChecks.slowCloses: false',
    ],
    [
      'a body after more than two seconds',
      aResponse({ bodyMs: 2_001, body }),
      'no body within 2000 ms of the status; give a lighter path as critical, or set healthChecks.slowCloses: false',
    ],
    ['an error', aResponse({ status: 500, body }), 'status 500'],
    ['a closed port', { kind: 'connect-refused', elapsedMs: 9 }, 'the connection was refused'],
    [
      'a redirect without the text',
      aResponse({ status: 301, headers: { location: 'https://www.example.com/' } }),
      'status 301 without the search string in the first 5120 bytes; 301 leads to https://www.example.com/, which no checker follows: give the final URL',
    ],
    [
      'another page',
      aResponse({ body: Buffer.from('sold out') }),
      'status 200 without the search string in the first 5120 bytes; the page does not hold "in stock": correct searchString',
    ],
    [
      'a text that comes too late',
      aResponse({ body: Buffer.from(`${'.'.repeat(7_000)}in stock`) }),
      'status 200 without the search string in the first 5120 bytes; "in stock" begins at byte 7001: choose a text that comes earlier',
    ],
    [
      'an encoding that no checker undoes',
      aResponse({ headers: { 'content-encoding': 'br' }, body: Buffer.from('?') }),
      'status 200 without the search string in the first 5120 bytes; the answer is encoded with br, and checkers undo only gzip and deflate: answer "accept-encoding: *" with one of those',
    ],
  ])('fails with %s, and says what to do', (_what, met, said) => {
    const detail = `a checker would say: ${said}`;
    expect(describeIt(met)).toEqual({ ok: false, subject: 'endpoint home', detail });
  });

  test('warns of a redirect that has the text in it, because nobody looks where it leads', () => {
    const headers = { location: '/maintenance' };
    const finding = describeIt(aResponse({ status: 302, headers, body }));
    expect(finding).toMatchObject({ ok: true, warns: true });
    expect(finding.detail).toMatch(
      /302 leads to \/maintenance: nobody looks what is there, so give the final URL$/,
    );
  });

  test('asks no text of a health check that looks for none', () => {
    const changes = { type: 'HTTPS', searchString: undefined } as const;
    expect(describeIt(aResponse({ body: Buffer.from('') }), changes)).toMatchObject({ ok: true });
    expect(describeIt(aResponse({ status: 404 }), changes)).toMatchObject({
      detail: 'a checker would say: status 404',
    });
  });

  test('needs a connection only for a TCP health check', () => {
    const met = { kind: 'no-response', connectMs: 40 } as const;
    expect(describeIt(met, { type: 'TCP', searchString: undefined })).toEqual({
      ok: true,
      subject: 'endpoint home',
      detail: 'a checker would say: connected, after 0.04 s',
    });
  });
});
