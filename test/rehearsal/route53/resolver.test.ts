import { VirtualClock } from '../../../lib/rehearsal/clock/virtual-clock';
import { EventLog } from '../../../lib/rehearsal/event-log';
import { DnsResolver } from '../../../lib/rehearsal/route53/resolver';
import type { DnsAnswer, Zone } from '../../../lib/rehearsal/route53/zone';

const PRIMARY: DnsAnswer = {
  address: 'primary',
  ttlSeconds: 60,
  failovers: [{ recordName: 'shop', answer: 'PRIMARY' }],
};
const SECONDARY: DnsAnswer = {
  address: 'secondary',
  ttlSeconds: 60,
  failovers: [{ recordName: 'shop', answer: 'SECONDARY' }],
};

const aResolver = (minimumTtlSeconds?: number) => {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const zone = { answer: PRIMARY, lookup: () => zone.answer };
  return {
    clock,
    log,
    zone,
    resolver: new DnsResolver('provider', zone as unknown as Zone, { clock, log, minimumTtlSeconds }),
  };
};

describe('resolver', () => {
  test.each([
    [0, 'primary'],
    [59_999, 'primary'],
    [60_000, 'secondary'],
    [60_001, 'secondary'],
  ])('has at %i ms of a TTL of 60 s the address of %s', async (nowMs, expected) => {
    const { clock, zone, resolver } = aResolver();
    resolver.addressOf('shop');
    zone.answer = SECONDARY;
    await clock.runUntil(nowMs);
    expect(resolver.addressOf('shop')).toBe(expected);
  });

  test.each([
    [299_999, 'primary'],
    [300_000, 'secondary'],
  ])('that overstays the TTL has at %i ms the address of %s', async (nowMs, expected) => {
    const { clock, zone, resolver } = aResolver(300);
    resolver.addressOf('shop');
    zone.answer = SECONDARY;
    await clock.runUntil(nowMs);
    expect(resolver.addressOf('shop')).toBe(expected);
  });

  test('asks each name by itself', () => {
    const { zone, resolver } = aResolver();
    resolver.addressOf('shop');
    zone.answer = SECONDARY;
    expect(resolver.addressOf('www')).toBe('secondary');
  });

  test('is logged when it learns of another side, and only then', async () => {
    const { clock, log, zone, resolver } = aResolver();
    for (const answer of [PRIMARY, SECONDARY, SECONDARY, PRIMARY]) {
      zone.answer = answer;
      resolver.addressOf('shop');
      await clock.runUntil(clock.nowMs + 60_000);
    }
    expect(log.events).toEqual([
      {
        kind: 'resolver-switched',
        resolver: 'provider',
        answer: 'SECONDARY',
        atMs: 60_000,
        expiredMs: 60_000,
      },
      {
        kind: 'resolver-switched',
        resolver: 'provider',
        answer: 'PRIMARY',
        atMs: 180_000,
        expiredMs: 180_000,
      },
    ]);
  });

  test('is logged as switched when it learns of SECONDARY first', () => {
    const { log, zone, resolver } = aResolver();
    zone.answer = SECONDARY;
    resolver.addressOf('shop');
    expect(log.events).toMatchObject([{ kind: 'resolver-switched', answer: 'SECONDARY' }]);
  });
});
