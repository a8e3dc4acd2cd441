import type { HealthChecks } from '../../../../lib/rehearsal/aws/route53/health-checks';
import { DnsResolver } from '../../../../lib/rehearsal/aws/route53/resolver';
import { type DnsAnswer, Zone } from '../../../../lib/rehearsal/aws/route53/zone';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const aRecord = (Properties: Record<string, unknown>) =>
  aResource('AWS::Route53::RecordSet', { Type: 'A', ...Properties });

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

function aResolver(minimumTtlSeconds?: number) {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const outside = (address: string): DnsAnswer => ({ address, ttlSeconds: 60, failovers: [] });
  const zone = {
    now: PRIMARY,
    changes: 0,
    answer: (name: string) => (['shop', 'www'].includes(name) ? zone.now : outside(name)),
  };
  return {
    clock,
    log,
    zone,
    resolver: new DnsResolver('provider', zone as unknown as Zone, { clock, log, minimumTtlSeconds }),
  };
}

describe('resolver', () => {
  test.each([
    [0, 'primary'],
    [59_999, 'primary'],
    [60_000, 'secondary'],
    [60_001, 'secondary'],
  ])('has at %i ms of a TTL of 60 s the address of %s', async (nowMs, expected) => {
    const { clock, zone, resolver } = aResolver();
    resolver.addressOf('shop');
    zone.now = SECONDARY;
    await clock.runUntil(nowMs);
    expect(resolver.addressOf('shop')).toBe(expected);
  });

  test.each([
    [299_999, 'primary'],
    [300_000, 'secondary'],
  ])('that overstays the TTL has at %i ms the address of %s', async (nowMs, expected) => {
    const { clock, zone, resolver } = aResolver(300);
    resolver.addressOf('shop');
    zone.now = SECONDARY;
    await clock.runUntil(nowMs);
    expect(resolver.addressOf('shop')).toBe(expected);
  });

  test('asks each name by itself', () => {
    const { zone, resolver } = aResolver();
    resolver.addressOf('shop');
    zone.now = SECONDARY;
    expect(resolver.addressOf('www')).toBe('secondary');
  });

  test('is logged when it learns of another side, and only then', async () => {
    const { clock, log, zone, resolver } = aResolver();
    for (const answer of [PRIMARY, SECONDARY, SECONDARY, PRIMARY]) {
      zone.now = answer;
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
    zone.now = SECONDARY;
    resolver.addressOf('shop');
    expect(log.events).toMatchObject([{ kind: 'resolver-switched', answer: 'SECONDARY' }]);
  });
});

describe('resolver that nobody asks for a while', () => {
  test.each([
    [
      'a failover came and went',
      60_000,
      2,
      [{ kind: 'resolver-slept', resolver: 'provider', expiredMs: 60_000 }],
    ],
    ['nothing changed', 60_000, 0, []],
    ['its old answer still held', 59_999, 2, []],
  ])('is logged where %s meanwhile', async (_, askedMs, changes, logged) => {
    const { clock, log, zone, resolver } = aResolver();
    resolver.addressOf('shop');
    zone.changes += changes;
    await clock.runUntil(askedMs);
    resolver.addressOf('shop');
    expect(log.events).toEqual(logged.map((event) => ({ ...event, atMs: askedMs })));
  });
});

describe('resolver on the way over a CNAME', () => {
  const records = (cnameTtl: number, ttl: number) => ({
    Www: aRecord({ Name: 'www.example.', Type: 'CNAME', TTL: cnameTtl, ResourceRecords: ['shop.example'] }),
    Primary: aRecord({
      Name: 'shop.example.',
      TTL: ttl,
      Failover: 'PRIMARY',
      HealthCheckId: 'store',
      ResourceRecords: ['192.0.2.1'],
    }),
    Secondary: aRecord({
      Name: 'shop.example.',
      TTL: ttl,
      Failover: 'SECONDARY',
      ResourceRecords: ['192.0.2.2'],
    }),
  });

  const aResolverOf = (resources: Parameters<typeof aDeployment>[0]) => {
    const clock = new VirtualClock(0);
    const log = new EventLog(() => clock.nowMs);
    const health = { store: true };
    const healthChecks = { isHealthy: () => health.store } as unknown as HealthChecks;
    const zone = new Zone(aDeployment(resources), () => ({ healthChecks }), log);
    return { clock, log, health, resolver: new DnsResolver('provider', zone, { clock, log }) };
  };

  test.each([
    ['a short-lived CNAME', 5, 300, 299_999, '192.0.2.1'],
    ['a short-lived CNAME', 5, 300, 300_000, '192.0.2.2'],
    ['a long-lived CNAME', 300, 5, 4_999, '192.0.2.1'],
    ['a long-lived CNAME', 300, 5, 5_000, '192.0.2.2'],
  ])('of %s (%i s, then %i s) has at %i ms the address %s', async (_name, cnameTtl, ttl, nowMs, address) => {
    const { clock, health, resolver } = aResolverOf(records(cnameTtl, ttl));
    resolver.addressOf('www.example');
    health.store = false;
    await clock.runUntil(nowMs);
    expect(resolver.addressOf('www.example')).toBe(address);
  });

  test('keeps one answer for every name that leads to it', async () => {
    const { clock, health, log, resolver } = aResolverOf(records(60, 60));
    resolver.addressOf('shop.example');
    await clock.runUntil(30_000);
    health.store = false;
    expect(resolver.addressOf('www.example')).toBe('192.0.2.1');
    await clock.runUntil(60_000);
    expect(resolver.addressOf('www.example')).toBe('192.0.2.2');
    expect(resolver.addressOf('shop.example')).toBe('192.0.2.2');
    expect(log.events.map(({ kind, atMs }) => [kind, atMs])).toEqual([['resolver-switched', 60_000]]);
  });

  test('keeps a name outside the zone as it is', () => {
    const { resolver } = aResolverOf({});
    expect(resolver.addressOf('Elsewhere.example.net.')).toBe('elsewhere.example.net');
  });
});
