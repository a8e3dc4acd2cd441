import {
  nextTargetState,
  targetVerdict,
} from '../../../lib/rehearsal/aws/load-balancing/rules/target-health';
import type { TargetCheck } from '../../../lib/rehearsal/aws/load-balancing/target-check';
import type { Exchange } from '../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../helpers/exchanges';

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html';
const check: TargetCheck = {
  protocol: 'HTTP',
  intervalMs: 30_000,
  timeoutMs: 6_000,
  matcher: '200',
  healthyThreshold: 5,
  unhealthyThreshold: 2,
};
/** Answers after so many milliseconds in all. */
const within = (elapsedMs: number) => aResponse({ connectMs: 10, firstByteMs: elapsedMs - 20, bodyMs: 10 });

describe(`Health check of a target (${source})`, () => {
  test.each<[string, Partial<TargetCheck>, Exchange, boolean]>([
    ['an answer just below the timeout', {}, within(5_999), true],
    ['an answer at the timeout', {}, within(6_000), true],
    ['an answer after the timeout', {}, within(6_001), false],
    ['no answer', {}, { kind: 'no-response', connectMs: 10 }, false],
    ['no connection', {}, { kind: 'connect-refused', elapsedMs: 10 }, false],
    ['a dropped connection', {}, { kind: 'reset', elapsedMs: 10 }, false],
    [
      'a bad certificate',
      { protocol: 'HTTPS' },
      { kind: 'tls-failure', reason: 'certificate', elapsedMs: 9 },
      true,
    ],
    [
      'an error behind a bad certificate',
      { protocol: 'HTTPS' },
      { kind: 'tls-failure', reason: 'certificate', elapsedMs: 9, behind: aResponse({ status: 503 }) },
      false,
    ],
    [
      'no handshake',
      { protocol: 'HTTPS' },
      { kind: 'tls-failure', reason: 'handshake', elapsedMs: 9 },
      false,
    ],
    [
      'no handshake where none is needed',
      {},
      { kind: 'tls-failure', reason: 'handshake', elapsedMs: 9 },
      true,
    ],
    ['a silent connection for TCP', { protocol: 'TCP' }, { kind: 'no-response', connectMs: 6_000 }, true],
    ['a late connection for TCP', { protocol: 'TCP' }, { kind: 'no-response', connectMs: 6_001 }, false],
    ['any status for TCP', { protocol: 'TCP' }, aResponse({ status: 503 }), true],
    ['a connection for TCP that is dropped', { protocol: 'TCP' }, { kind: 'reset', elapsedMs: 10 }, true],
    ['no connection for TCP', { protocol: 'TCP' }, { kind: 'connect-refused', elapsedMs: 10 }, false],
  ])('judges %s', (_name, but, exchange, passes) => {
    expect(targetVerdict({ ...check, ...but }, exchange).passed).toBe(passes);
  });

  test.each([
    ['200', 200, true],
    ['200', 201, false],
    ['200', 302, false],
    ['200,302', 302, true],
    ['200-299', 199, false],
    ['200-299', 200, true],
    ['200-299', 299, true],
    ['200-299', 300, false],
    ['200, 400-404', 403, true],
  ])('with matcher %s judges status %i', (matcher, status, passes) => {
    expect(targetVerdict({ ...check, matcher }, aResponse({ status })).passed).toBe(passes);
  });

  test.each<[string, Partial<TargetCheck>, Exchange, number]>([
    ['an answer', {}, within(5_999), 5_999],
    ['a late answer, at the timeout', {}, within(60_000), 6_000],
    ['silence, at the timeout', {}, { kind: 'no-response', connectMs: 10 }, 6_000],
    ['a black hole, at the timeout', {}, { kind: 'connect-timeout', elapsedMs: Infinity }, 6_000],
    ['a closed port', {}, { kind: 'connect-refused', elapsedMs: 10 }, 10],
    ['a connection for TCP', { protocol: 'TCP' }, { kind: 'no-response', connectMs: 10 }, 10],
  ])('knows of %s', (_name, but, exchange, elapsedMs) => {
    expect(targetVerdict({ ...check, ...but }, exchange).elapsedMs).toBe(elapsedMs);
  });
});

describe(`State of a target (${source})`, () => {
  test.each([
    ['stays healthy below the unhealthy threshold', 'f', 'h'],
    ['turns unhealthy at it', 'ff', 'hu'],
    ['counts failures in a row', 'fpff', 'hhhu'],
    ['stays unhealthy below the healthy threshold', 'ffpppp', 'huuuuu'],
    ['turns healthy at it', 'ffppppp', 'huuuuuh'],
    ['counts successes in a row', 'ffppfppppp', 'huuuuuuuuh'],
  ])('%s', (_name, results, expected) => {
    let state = { healthy: true, contraryResults: 0 };
    const seen = [...results].map((result) => {
      state = nextTargetState(state, result === 'p', check);
      return state.healthy ? 'h' : 'u';
    });
    expect(seen.join('')).toBe(expected);
  });
});
