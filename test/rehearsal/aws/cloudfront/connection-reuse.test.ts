import { EdgeLocation } from '../../../../lib/rehearsal/aws/cloudfront/edge-location';
import { KeptConnections } from '../../../../lib/rehearsal/aws/cloudfront/kept-connections';
import type { Exchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { unknownsWith } from '../../../../lib/rehearsal/unknowns/unknown-values';
import { aDistribution, SITE } from '../../helpers/a-distribution';
import { FakeHost } from '../../helpers/fake-host';
import { page, REFUSED, text } from '../../helpers/store-does';

describe('kept connection', () => {
  const connections = new KeptConnections(5_000);
  beforeEach(() => connections.note('origin', { address: 'old', answered: true, doneMs: 10_000 }));

  test.each([
    [14_999, 'old'],
    [15_000, 'new'],
  ])('is used on for as long as it may be idle: at %i ms', (nowMs, address) => {
    expect(connections.addressOf('origin', 'new', nowMs)).toBe(address);
  });

  test('is that of one name, and ends with a failure', () => {
    expect(connections.addressOf('other', 'new', 10_000)).toBe('new');
    connections.note('origin', { address: 'old', answered: false, doneMs: 11_000 });
    expect(connections.addressOf('origin', 'new', 11_001)).toBe('new');
  });
});

describe('edge location whose origin is led back to the store', () => {
  /** What somebody gets who asks a second after the name leads back, having asked a second before. */
  async function shownWith(connectionReuseMs: number, elsewhere: Exchange = page('sorry')): Promise<string> {
    const internet = new FakeHost();
    internet.answer = ({ address }) =>
      address === SITE.domainName
        ? page('the page')
        : address === 'elsewhere'
          ? elsewhere
          : page('the store');
    let leadsTo = 'elsewhere';
    const edge = new EdgeLocation(aDistribution(), {
      internet,
      addressOf: (name) => (name === SITE.domainName ? name : leadsTo),
      unknowns: unknownsWith({ connectionReuseMs }),
    });
    const request = { method: 'POST', path: '/cart', headers: { host: 'shop.example' } };
    await edge.handle(request, 0);
    leadsTo = 'store';
    return text(await edge.handle(request, 2_000));
  }

  test('follows DNS at once, or goes on with whoever answers politely', async () => {
    expect(await shownWith(0)).toBe('the store');
    expect(await shownWith(5_000)).toBe('sorry');
  });

  test('follows DNS at once from a dead end, whatever CloudFront does', async () => {
    expect(await shownWith(5_000, REFUSED)).toBe('the store');
  });
});
