import { aRecord, aZone } from '../../helpers/a-zone';

const pair = (secondaryCheck: Record<string, unknown> = {}) => ({
  Primary: aRecord({
    Name: 'Origin.shop.example.com.',
    Failover: 'PRIMARY',
    HealthCheckId: 'primary',
    ResourceRecords: ['192.0.2.1'],
    TTL: '30',
  }),
  Secondary: aRecord({
    Name: 'origin.shop.example.com.',
    Failover: 'SECONDARY',
    AliasTarget: { DNSName: 'D-1.execute-api.example.', HostedZoneId: 'Z1' },
    ...secondaryCheck,
  }),
});

const ALB = 'shop-1.eu-central-1.elb.amazonaws.com';

describe('failover record', () => {
  test.each([
    ['PRIMARY while it is healthy', true, '192.0.2.1', 30],
    ['SECONDARY while PRIMARY is unhealthy', false, 'd-1.execute-api.example', 60],
  ])('answers with %s', (_name, primary, address, ttlSeconds) => {
    const { zone } = aZone(pair(), { primary });
    expect(zone.answer('origin.shop.example.com')).toMatchObject({ address, ttlSeconds });
  });

  test('answers with PRIMARY while both are unhealthy', () => {
    const { zone } = aZone(pair({ HealthCheckId: 'secondary' }), { primary: false, secondary: false });
    expect(zone.answer('origin.shop.example.com')).toEqual({
      address: '192.0.2.1',
      ttlSeconds: 30,
      failovers: [{ recordName: 'origin.shop.example.com', answer: 'PRIMARY' }],
    });
  });

  test('counts as healthy while its health check is not known', () => {
    const { zone } = aZone(pair());
    expect(zone.lookup('origin.shop.example.com').address).toBe('192.0.2.1');
  });

  test('is logged when its answer changes, and only then', () => {
    const { zone, log, health } = aZone(pair(), { primary: true });
    zone.noteChanges();
    health['primary'] = false;
    zone.noteChanges();
    zone.noteChanges();
    health['primary'] = true;
    zone.noteChanges();
    expect(log.events).toMatchObject([
      { kind: 'dns-answer', recordName: 'origin.shop.example.com', answer: 'SECONDARY' },
      { kind: 'dns-answer', recordName: 'origin.shop.example.com', answer: 'PRIMARY' },
    ]);
    expect(zone.changes).toBe(2);
  });

  test('leads to the addresses of its side', () => {
    const { zone } = aZone(pair());
    expect(zone.failoverNames).toEqual(['origin.shop.example.com']);
    expect(zone.targets('PRIMARY')).toEqual(['192.0.2.1']);
    expect(zone.targets('SECONDARY')).toEqual(['d-1.execute-api.example']);
  });

  test('fails when it evaluates the health of a distribution', () => {
    const AliasTarget = { DNSName: 'D1.cloudfront.net.', HostedZoneId: 'Z1', EvaluateTargetHealth: true };
    expect(() => aZone({ Primary: aRecord({ Name: 'a.example.', AliasTarget }) })).toThrow(
      "Stack/Primary.AliasTarget.EvaluateTargetHealth: can't be true for a CloudFront distribution, got true; use false, and a health check",
    );
  });
});

describe('record that leads on and on', () => {
  const cname = (Name: string, target: string) => aRecord({ Name, Type: 'CNAME', ResourceRecords: [target] });

  test.each([
    [
      'itself',
      { A: cname('a.example.', 'a.example') },
      'Stack/A: leads in a circle, got a.example, a.example',
    ],
    [
      'another',
      { A: cname('a.example.', 'b.example'), B: cname('b.example.', 'A.example.') },
      'Stack/A: leads in a circle, got a.example, b.example, a.example',
    ],
    [
      'its alias',
      {
        A: aRecord({ Name: 'a.example.', AliasTarget: { DNSName: 'b.example.' } }),
        B: aRecord({ Name: 'b.example.', AliasTarget: { DNSName: 'a.example.' } }),
      },
      'Stack/A: leads in a circle, got a.example, b.example, a.example',
    ],
  ])('stops the rehearsal: by %s', (_name, resources, got) => {
    expect(() => aZone(resources)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_PROPERTY',
        message: `${got}; lead it to an address`,
      }),
    );
  });

  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `R${index}`,
        cname(`r${index}.example.`, `r${index + 1}.example`),
      ]),
    );

  test('may lead over ten records, and not over eleven', () => {
    expect(aZone(chain(10)).zone.lookup('r0.example').address).toBe('r10.example');
    expect(() => aZone(chain(11))).toThrow(
      'Stack/R10: leads over more than 10 records, got r0.example, r1.example,',
    );
    const backwards = Object.fromEntries(Object.entries(chain(11)).reverse());
    expect(() => aZone(backwards)).toThrow(
      'Stack/R1: leads over more than 10 records, got r0.example, r1.example;',
    );
  });

  test('is none where two records lead to the same name', () => {
    const resources = { A: cname('a.example.', 'c.example'), B: cname('b.example.', 'c.example') };
    expect(() => aZone(resources)).not.toThrow();
  });
});

describe('hosted zone', () => {
  const alias = (Name: string, DNSName: string) =>
    aRecord({ Name, AliasTarget: { DNSName, HostedZoneId: 'Z1' } });
  const chain = {
    Www: aRecord({
      Name: 'www.example.com.',
      Type: 'CNAME',
      ResourceRecords: ['shop.example.com.'],
      TTL: 300,
    }),
    Shop: alias('shop.example.com.', 'short.example.com'),
    Long: alias('long-alias.example.com.', 'long.example.com'),
    Twice: alias('twice.example.com.', 'long-alias.example.com'),
    Edge: alias('edge.example.com.', 'D1.cloudfront.net'),
    Short: aRecord({ Name: 'short.example.com.', ResourceRecords: ['192.0.2.9'], TTL: 20 }),
    Dual: aRecord({ Name: 'dualstack.example.com.', ResourceRecords: ['192.0.2.7'], TTL: 60 }),
    LongLived: aRecord({ Name: 'long.example.com.', ResourceRecords: ['192.0.2.8'], TTL: 600 }),
  };

  test.each([
    ['a plain record', 'short.example.com', '192.0.2.9', 20],
    ['an alias, with the TTL of the record it leads to', 'shop.example.com', '192.0.2.9', 20],
    ['an alias of a record with a long TTL', 'long-alias.example.com', '192.0.2.8', 600],
    ['an alias of an alias', 'twice.example.com', '192.0.2.8', 600],
    ['an alias of a distribution', 'edge.example.com', 'd1.cloudfront.net', 60],
    ['a CNAME, which is for the resolver to follow', 'www.example.com', 'shop.example.com', 300],
    ['a name that begins like an alias of the CDK', 'dualstack.example.com', '192.0.2.7', 60],
    ['a name in capitals', 'SHORT.Example.com.', '192.0.2.9', 20],
    ['a name outside the zone, with itself', 'elsewhere.example.net', 'elsewhere.example.net', 60],
  ])('answers for %s', (_name, name, address, ttlSeconds) => {
    expect(aZone(chain).zone.answer(name)).toEqual({ address, ttlSeconds, failovers: [] });
  });

  test.each([
    ['www.example.com', '192.0.2.9'],
    ['WWW.Example.com.', '192.0.2.9'],
    ['elsewhere.example.net', 'elsewhere.example.net'],
  ])('follows %s to its end', (name, address) => {
    expect(aZone(chain).zone.lookup(name)).toEqual({ address, failovers: [] });
  });

  test('tells the failover records on the way over a CNAME', () => {
    const Www = aRecord({
      Name: 'www.example.',
      Type: 'CNAME',
      ResourceRecords: ['origin.shop.example.com'],
    });
    expect(aZone({ ...pair(), Www }, { primary: false }).zone.lookup('www.example').failovers).toEqual([
      { recordName: 'origin.shop.example.com', answer: 'SECONDARY' },
    ]);
  });

  test('prefers an A record to an AAAA record', () => {
    const both = {
      Six: aRecord({ Name: 'a.example.', Type: 'AAAA', ResourceRecords: ['2001:db8::1'], TTL: 60 }),
      Four: aRecord({ Name: 'a.example.', ResourceRecords: ['192.0.2.4'], TTL: 60 }),
    };
    expect(aZone(both).zone.lookup('a.example').address).toBe('192.0.2.4');
  });
});

describe('failover record that evaluates its target', () => {
  const evaluating = (DNSName: string, but: Record<string, unknown> = {}) => ({
    Primary: aRecord({
      Name: 'shop.example.',
      Failover: 'PRIMARY',
      AliasTarget: { DNSName, HostedZoneId: 'Z1', EvaluateTargetHealth: true },
      ...but,
    }),
    Secondary: aRecord({ Name: 'shop.example.', Failover: 'SECONDARY', ResourceRecords: ['192.0.2.9'] }),
  });
  const EU = {
    One: aRecord({
      Name: 'eu.example.',
      Failover: 'PRIMARY',
      HealthCheckId: 'one',
      ResourceRecords: ['192.0.2.1'],
    }),
    Two: aRecord({
      Name: 'eu.example.',
      Failover: 'SECONDARY',
      HealthCheckId: 'two',
      ResourceRecords: ['192.0.2.2'],
    }),
  };

  test.each([
    ['a healthy load balancer', evaluating(`dualstack.${ALB}.`), { [ALB]: true }, ALB],
    ['an unhealthy load balancer', evaluating(`dualstack.${ALB}.`), { [ALB]: false }, '192.0.2.9'],
    ['a target of which nothing is known', evaluating('bucket.example.'), {}, 'bucket.example'],
    [
      'records of which one is healthy',
      { ...evaluating('eu.example.'), ...EU },
      { one: false, two: true },
      '192.0.2.2',
    ],
    [
      'records of which none is healthy',
      { ...evaluating('eu.example.'), ...EU },
      { one: false, two: false },
      '192.0.2.9',
    ],
    [
      'a healthy target, with a health check that fails',
      evaluating('alb.example.', { HealthCheckId: 'own' }),
      { own: false, 'alb.example': true },
      '192.0.2.9',
    ],
  ])('and leads to %s', (_name, resources, health, address) => {
    expect(aZone(resources, health).zone.lookup('shop.example').address).toBe(address);
  });

  test('names its target', () => {
    expect([...aZone(evaluating(`dualstack.${ALB}.`)).zone.evaluatedTargets]).toEqual([ALB]);
  });
});
