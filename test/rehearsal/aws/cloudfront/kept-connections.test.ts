import { EdgeLocation } from '../../../../lib/rehearsal/aws/cloudfront/edge-location';
import type { Exchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aDistribution, SITE } from '../../helpers/a-distribution';
import { FakeHost } from '../../helpers/fake-host';
import { page, REFUSED, text } from '../../helpers/store-does';

const [FAILS, SWITCHED, REPAIRED, SWITCHED_BACK, END] = [60, 90, 300, 330, 400];

const DEAD_END: Exchange = { kind: 'tls-failure', reason: 'certificate', elapsedMs: 30 };
const SORRY: Exchange = aResponse({ status: 503 });

interface Outage {
  /** What the store does while it fails. */
  readonly fails: Exchange;
  /** What CloudFront finds where DNS leads meanwhile. */
  readonly secondary: Exchange;
  /**
   * AWS does not say whether CloudFront goes on with an open connection once DNS leads elsewhere. Here a location does so
   * for good, or never.
   */
  readonly keepsConnections: boolean;
}

/** What a shopper gets in each second at a busy edge location. */
async function shownIn({ fails, secondary, keepsConnections }: Outage): Promise<string[]> {
  const internet = new FakeHost();
  let second = 0;
  let kept: string | undefined;
  internet.answer = ({ address }) => {
    if (address === SITE.domainName) {
      return page('the page');
    }
    const store = second >= FAILS && second < REPAIRED ? fails : page('the store');
    const answer = address === 'primary' ? store : secondary;
    kept = answer.kind === 'response' ? address : undefined;
    return answer;
  };
  const resolved = () => (second >= SWITCHED && second < SWITCHED_BACK ? 'secondary' : 'primary');
  const addressOf = (name: string) =>
    name === SITE.domainName ? name : ((keepsConnections ? kept : undefined) ?? resolved());
  const edge = new EdgeLocation(aDistribution(), { internet, addressOf });
  const request = { method: 'POST', path: '/cart', headers: { host: 'shop.example' } };
  const shown: string[] = [];
  for (; second < END; second++) {
    shown.push(text(await edge.handle(request, second * 1_000)));
  }
  return shown;
}

/** From which second on a shopper gets what. */
const turns = (shown: readonly string[]) =>
  shown.flatMap((what, second) => (what === shown[second - 1] ? [] : [[second, what]]));

describe('busy edge location whose origin leads to a dead end in an outage', () => {
  test.each<[string, Exchange, boolean, number]>([
    ['that fails politely', SORRY, false, SWITCHED_BACK],
    ['that fails politely, to which it keeps a connection', SORRY, true, REPAIRED],
    ['that refuses', REFUSED, false, SWITCHED_BACK],
    ['that refuses, where it would keep a connection', REFUSED, true, SWITCHED_BACK],
  ])('is back at a store %s', async (_what, fails, keepsConnections, back) => {
    const shown = await shownIn({ fails, secondary: DEAD_END, keepsConnections });
    expect(turns(shown)).toEqual([
      [0, 'the store'],
      [FAILS, 'the page'],
      [back, 'the store'],
    ]);
  });

  test('might never come back from somebody who says sorry there', async () => {
    const shown = await shownIn({ fails: REFUSED, secondary: SORRY, keepsConnections: true });
    expect(turns(shown)).toEqual([
      [0, 'the store'],
      [FAILS, 'the page'],
    ]);
  });
});
