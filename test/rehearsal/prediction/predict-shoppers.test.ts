import type { EdgeFacts } from '../../../lib/rehearsal/prediction/edge-facts';
import { interval } from '../../../lib/rehearsal/prediction/interval';
import {
  edgeWait,
  predictFirstPage,
  worstWaitOfBrowser,
} from '../../../lib/rehearsal/prediction/predict-shoppers';
import type { ClientSees } from '../../../lib/rehearsal/prediction/store-failure';

const EDGE: EdgeFacts = {
  originName: 'origin.shop.example.com',
  connectionAttempts: 1,
  connectionTimeoutMs: 3_000,
  readTimeoutMs: 10_000,
  hasErrorPage: true,
};
/** What CloudFront does unless it is told otherwise. */
const DEFAULTS: EdgeFacts = {
  ...EDGE,
  connectionAttempts: 3,
  connectionTimeoutMs: 10_000,
  readTimeoutMs: 30_000,
};
const answers = (afterMs: number): ClientSees => ({ kind: 'answers', afterMs });

describe('predicted wait behind CloudFront', () => {
  test.each<[string, EdgeFacts, ClientSees, number, boolean]>([
    ['refuses', EDGE, { kind: 'fails at once' }, 0, true],
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
    ['slow, in time', EDGE, answers(9_999), 9_999, false],
    ['slow, at the limit', EDGE, answers(10_000), 10_000, true],
    ['slow, too late', EDGE, answers(60_000), 10_000, true],
    ['no error page', { ...EDGE, hasErrorPage: false }, { kind: 'fails at once' }, 0, false],
  ])('adds up its timeouts: %s', (_name, edge, client, waitMs, showsPage) => {
    expect(edgeWait(edge, client)).toEqual({ waitMs, showsPage });
  });
});

describe('predicted first emergency page', () => {
  const switched = interval(20_000, 60_000);
  // Shoppers come so often that the longest pause between two is a second.
  const arrivalsPerMinute = Math.log(1_000) * 60;
  const page = (edge?: { waitMs: number; showsPage: boolean }) =>
    predictFirstPage({ edge, switched, arrivalsPerMinute });

  test('needs DNS where shoppers ask the store itself', () => {
    expect(page()).toEqual(interval(20_000, 62_000));
  });

  test('needs DNS where CloudFront takes the answers for good', () => {
    expect(page({ waitMs: 0, showsPage: false })).toEqual(interval(20_000, 62_000));
  });

  test.each([
    [0, interval(0, 2_000)],
    [2_000, interval(2_000, 4_000)],
    [2_001, interval(2_001, 62_000)],
    [25_000, interval(20_000, 62_000)],
  ])('comes after a wait of %i ms, unless shoppers have left by then', (waitMs, expected) => {
    expect(page({ waitMs, showsPage: true })).toEqual(expected);
  });
});

describe('predicted wait of a browser', () => {
  test.each<[ClientSees, ReturnType<typeof interval> | undefined]>([
    [{ kind: 'fails at once' }, interval(0, 1_000)],
    [answers(8_000), interval(8_000, 9_000)],
    [{ kind: 'never connects' }, undefined],
    [{ kind: 'never answers' }, undefined],
  ])('is its own affair when nothing comes: %j', (client, expected) => {
    expect(worstWaitOfBrowser(client)).toEqual(expected);
  });
});
