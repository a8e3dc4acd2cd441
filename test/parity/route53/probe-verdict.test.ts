import { type ProbeCheck, probeVerdict } from '../../../lib/rehearsal/aws/route53/rules/probe-verdict';
import type { Exchange } from '../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../helpers/exchanges';

const source =
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html';

const http: ProbeCheck = { type: 'HTTP' };
const https: ProbeCheck = { type: 'HTTPS' };
const tcp: ProbeCheck = { type: 'TCP' };
const match: ProbeCheck = { type: 'HTTPS_STR_MATCH', searchString: 'in stock' };
const bodyWith = (text: string, offset: number) =>
  new TextEncoder().encode(`${'.'.repeat(offset)}${text}${'.'.repeat(100)}`);

type Row = readonly [name: string, exchange: Exchange, healthy: boolean, elapsedMs: number];

describe(`Health checker, HTTP and HTTPS (${source})`, () => {
  test.each<Row>([
    ['connects in the last millisecond', aResponse({ connectMs: 4_000 }), true, 4_020],
    ['connects just below four seconds', aResponse({ connectMs: 3_999 }), true, 4_019],
    ['connects after four seconds', aResponse({ connectMs: 4_001 }), false, 4_000],
    ['gets the status just below two seconds', aResponse({ firstByteMs: 1_999 }), true, 2_009],
    ['gets the status at two seconds', aResponse({ firstByteMs: 2_000 }), true, 2_010],
    ['gets the status after two seconds', aResponse({ firstByteMs: 2_001 }), false, 2_010],
    ['never gets a status', { kind: 'no-response', connectMs: 10 }, false, 2_010],
    ['never connects', { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }, false, 4_000],
    ['is refused', { kind: 'connect-refused', elapsedMs: 3 }, false, 3],
    ['is reset', { kind: 'reset', elapsedMs: 7 }, false, 7],
    ['is reset when it has given up long ago', { kind: 'reset', elapsedMs: 60_000 }, false, 6_000],
    ['finds no address', { kind: 'dns-failure', elapsedMs: 5 }, false, 5],
    ['waits for no body', aResponse({ bodyMs: 60_000 }), true, 30],
  ])('%s', (_name, exchange, healthy, elapsedMs) => {
    expect(probeVerdict(http, exchange)).toMatchObject({ healthy, elapsedMs });
  });

  test.each([
    [199, false],
    [200, true],
    [299, true],
    [301, true],
    [399, true],
    [400, false],
    [404, false],
    [500, false],
    [503, false],
  ])('judges status %i', (status, healthy) => {
    const verdict = probeVerdict(http, aResponse({ status }));
    expect(verdict).toMatchObject({ healthy, because: `status ${status}`, elapsedMs: 30 });
  });
});

describe('Words of GetHealthCheckStatus (https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html)', () => {
  const TOO_LATE = 'The health checker could not establish a connection within the timeout limit.';

  test.each<[string, ProbeCheck, Exchange, string]>([
    ['a good status', http, aResponse(), 'HTTP Status Code 200, OK'],
    ['a bad status', http, aResponse({ status: 500 }), 'HTTP Status Code 500, Internal Server Error'],
    ['a status that HTTP has no name for', http, aResponse({ status: 599 }), 'HTTP Status Code 599'],
    ['no connection', http, { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }, TOO_LATE],
    ['silence', http, { kind: 'no-response', connectMs: 10 }, TOO_LATE],
    ['a late status', http, aResponse({ firstByteMs: 2_001 }), TOO_LATE],
    [
      'no TLS',
      https,
      { kind: 'tls-failure', reason: 'handshake', elapsedMs: 40 },
      'SSL alert handshake_failure',
    ],
    ['the string', match, aResponse({ body: bodyWith('in stock', 0) }), 'HTTP Status Code 200, OK'],
    ['a late body', match, aResponse({ bodyMs: 2_001 }), TOO_LATE],
    ['no string', match, aResponse(), 'no search string in the first 5120 bytes'],
  ])('for %s', (_name, check, exchange, says) => {
    expect(probeVerdict(check, exchange).says).toBe(says);
  });
});

describe(`Health checker, HTTPS (${source})`, () => {
  test('does not mind an invalid certificate', () => {
    const verdict = probeVerdict(https, { kind: 'tls-failure', reason: 'certificate', elapsedMs: 40 });
    expect(verdict).toMatchObject({ healthy: true, elapsedMs: 40 });
  });

  test.each<Row>([
    ['a good answer', aResponse(), true, 30],
    ['an error', aResponse({ status: 503 }), false, 30],
    ['silence', { kind: 'no-response', connectMs: 10 }, false, 2_010],
  ])('judges what is behind an invalid certificate: %s', (_name, behind, healthy, elapsedMs) => {
    const verdict = probeVerdict(https, {
      kind: 'tls-failure',
      reason: 'certificate',
      elapsedMs: 40,
      behind,
    });
    expect(verdict).toMatchObject({ healthy, elapsedMs });
  });

  test.each([
    [3_999, true, 3_999],
    [4_000, true, 4_000],
    [4_001, false, 4_000],
  ])('counts TLS as a part of connecting: %i ms', (elapsedMs, healthy, knownMs) => {
    const verdict = probeVerdict(https, { kind: 'tls-failure', reason: 'certificate', elapsedMs });
    expect(verdict).toMatchObject({ healthy, elapsedMs: knownMs });
  });

  test('fails without a TLS handshake', () => {
    const verdict = probeVerdict(https, { kind: 'tls-failure', reason: 'handshake', elapsedMs: 40 });
    expect(verdict).toMatchObject({ healthy: false, because: 'the TLS handshake failed', elapsedMs: 40 });
  });
});

describe(`Health checker, TCP (${source})`, () => {
  test.each<Row>([
    ['connects just below ten seconds', { kind: 'no-response', connectMs: 9_999 }, true, 9_999],
    ['connects at ten seconds', { kind: 'no-response', connectMs: 10_000 }, true, 10_000],
    ['connects after ten seconds', { kind: 'no-response', connectMs: 10_001 }, false, 10_000],
    ['never connects', { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }, false, 10_000],
    ['connects before the network gives up', { kind: 'connect-timeout', elapsedMs: 9 }, false, 9],
    ['does not mind an error status', aResponse({ status: 503 }), true, 10],
    ['does not mind a later reset', { kind: 'reset', elapsedMs: 50 }, true, 50],
  ])('%s', (_name, exchange, healthy, elapsedMs) => {
    expect(probeVerdict(tcp, exchange)).toMatchObject({ healthy, elapsedMs });
  });
});

describe(`Health checker, string matching (${source})`, () => {
  test.each<Row>([
    ['finds the string at the start', aResponse({ body: bodyWith('in stock', 0) }), true, 60],
    [
      'finds the string that ends just before byte 5,120',
      aResponse({ body: bodyWith('in stock', 5_111) }),
      true,
      60,
    ],
    [
      'finds the string that ends with byte 5,120',
      aResponse({ body: bodyWith('in stock', 5_112) }),
      true,
      60,
    ],
    [
      'misses the string that ends one byte later',
      aResponse({ body: bodyWith('in stock', 5_113) }),
      false,
      60,
    ],
    ['tells upper from lower case', aResponse({ body: bodyWith('In Stock', 0) }), false, 60],
    ['misses the string in an empty body', aResponse(), false, 60],
    [
      'gets the body at two seconds',
      aResponse({ body: bodyWith('in stock', 0), bodyMs: 2_000 }),
      true,
      2_030,
    ],
    [
      'gets the body after two seconds',
      aResponse({ body: bodyWith('in stock', 0), bodyMs: 2_001 }),
      false,
      2_030,
    ],
    ['is reset when it has given up long ago', { kind: 'reset', elapsedMs: 60_000 }, false, 8_000],
    ['wants a good status as well', aResponse({ status: 500, body: bodyWith('in stock', 0) }), false, 30],
  ])('%s', (_name, exchange, healthy, elapsedMs) => {
    expect(probeVerdict(match, exchange)).toMatchObject({ healthy, elapsedMs });
  });
});
