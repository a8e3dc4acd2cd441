import type { EdgeFacts } from '../../../../lib/rehearsal/facts/edge-facts';
import { interval } from '../../../../lib/rehearsal/judge/prediction/interval';
import {
  browserWaitMs,
  edgeWait,
  longestPauseMs,
  predictFirstPage,
  predictWorstWait,
} from '../../../../lib/rehearsal/judge/prediction/predict-shoppers';
import type { ClientSees } from '../../../../lib/rehearsal/judge/prediction/store-failure';

const EDGE: EdgeFacts = {
  originName: 'origin.shop.example.com',
  usesHttps: true,
  connectionAttempts: 1,
  connectionTimeoutMs: 3_000,
  readTimeoutMs: 10_000,
  errorPages: [500, 502, 503, 504],
};
/** What CloudFront does unless it is told otherwise. */
const DEFAULTS: EdgeFacts = {
  ...EDGE,
  connectionAttempts: 3,
  connectionTimeoutMs: 10_000,
  readTimeoutMs: 30_000,
};
const answers = (afterMs: number): ClientSees => ({ kind: 'answers', afterMs });
const fails = (status?: number): ClientSees => ({ kind: 'fails at once', status });

describe('predicted wait behind CloudFront', () => {
  test.each<[string, EdgeFacts, ClientSees, number, boolean]>([
    ['refuses', EDGE, fails(), 0, true],
    ['black hole', EDGE, { kind: 'never connects' }, 3_000, true],
    ['hangs', EDGE, { kind: 'never answers' }, 10_000, true],
    ['black hole with defaults', DEFAULTS, { kind: 'never connects' }, 30_000, true],
    ['hangs with defaults', DEFAULTS, { kind: 'never answers' }, 90_000, true],
    [
      'hangs up to a limit',
      { ...DEFAULTS, completionTimeoutMs: 15_000 },
      { kind: 'never answers' },
      15_000,
      true,
    ],
    ['slow, in time', EDGE, answers(9_499), 9_499, false],
    ['slow, at the limit', EDGE, answers(10_000), 10_000, true],
    ['slow, too late', EDGE, answers(60_000), 10_000, true],
    ['no error page', { ...EDGE, errorPages: [] }, fails(), 0, false],
    ['no error page for 504', { ...EDGE, errorPages: [502, 503] }, fails(), 0, false],
    ['an error with a page', { ...EDGE, errorPages: [500] }, fails(500), 0, true],
    ['an error without one', EDGE, fails(501), 0, false],
  ])('adds up its timeouts: %s', (_name, edge, client, waitMs, showsPage) => {
    expect(edgeWait(edge, client)).toEqual({ waitMs, showsPage });
  });

  test.each([9_500, 9_999])('hangs on milliseconds for an answer after %i of 10,000 ms', (afterMs) => {
    expect(edgeWait(EDGE, answers(afterMs))).toBeUndefined();
  });
});

/** So many that the longest pause between two is as given. */
const withPauseOf = (pauseMs: number) => (Math.log(400) * 60_000) / pauseMs;

describe('predicted first emergency page', () => {
  const switched = interval(20_000, 60_000);
  const page = (edge?: { waitMs: number; showsPage: boolean }, but: object = {}) =>
    predictFirstPage({
      edge,
      switched,
      switchShowsPage: true,
      arrivalsPerMinute: withPauseOf(1_000),
      ...but,
    });

  test('needs DNS where shoppers ask the store itself', () => {
    expect(page()).toEqual(interval(20_000, 62_000));
  });

  test('needs DNS where CloudFront takes the answers for good', () => {
    expect(page({ waitMs: 0, showsPage: false })).toEqual(interval(20_000, 62_000));
  });

  test.each([
    [0, interval(0, 2_000)],
    [2_000, interval(2_000, 4_000)],
    [25_000, interval(25_000, 27_000)],
  ])('comes after a wait of %i ms, though shoppers may have left by then', (waitMs, expected) => {
    expect(page({ waitMs, showsPage: true })).toEqual(expected);
  });

  test.each([
    [20_000, interval(2_000, 23_000)],
    [20_001, interval(2_000, 81_001)],
  ])('may need DNS where shoppers come %i ms apart', (pauseMs, expected) => {
    const rare = { arrivalsPerMinute: withPauseOf(pauseMs) };
    const { earliestMs = 0, latestMs = 0 } = page({ waitMs: 2_000, showsPage: true }, rare) ?? {};
    expect(interval(earliestMs, Math.round(latestMs))).toEqual(expected);
  });

  test('is not foretold where a standby may serve everybody first', () => {
    expect(page({ waitMs: 0, showsPage: false }, { switchShowsPage: false })).toBeUndefined();
    const rare = { switchShowsPage: false, arrivalsPerMinute: 1 };
    expect(page({ waitMs: 0, showsPage: true }, rare)).toBeUndefined();
    expect(page({ waitMs: 0, showsPage: true }, { switchShowsPage: false })).toEqual(interval(0, 2_000));
  });

  test('never comes where nobody does', () => {
    expect(longestPauseMs(0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('predicted longest wait', () => {
  const switched = interval(20_000, 60_000);

  test.each([
    [20_000, interval(9_000, 10_000)],
    [20_001, interval(0, 10_000)],
  ])('is certain only where somebody comes in time: every %i ms', (pauseMs, expected) => {
    const visitors = { switched, arrivalsPerMinute: withPauseOf(pauseMs) };
    expect(predictWorstWait(9_000, visitors)).toEqual(expected);
  });
});

describe('predicted wait of a browser', () => {
  test.each<[ClientSees, number | undefined]>([
    [{ kind: 'fails at once' }, 0],
    [answers(8_000), 8_000],
    [{ kind: 'never connects' }, undefined],
    [{ kind: 'never answers' }, undefined],
  ])('is its own affair when nothing comes: %j', (client, expected) => {
    expect(browserWaitMs(client)).toEqual(expected);
  });
});
