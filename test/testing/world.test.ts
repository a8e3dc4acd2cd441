import { openWorld, type TestWorld } from '../../lib/testing';
import { exampleAssembly } from '../helpers/example-assembly';

const ON_CALL = 'on-call@example.com';

describe.each(['edge', 'dns'] as const)('world stepped by hand, %s', (topology) => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld(await exampleAssembly(topology));
  });
  afterEach(() => world.close());

  const failingName = topology === 'edge' ? 'origin.shop.example.com' : 'shop.example.com';
  const alarmsRinging = () =>
    world
      .alarms()
      .filter(({ state }) => state === 'ALARM')
      .map(({ name }) => name);

  test('begins well: nobody was told anything, no alarm rings, DNS leads to the store', () => {
    expect(world.inbox()).toEqual([]);
    expect(alarmsRinging()).toEqual([]);
    expect(world.timeline()).toEqual([]);
    expect(world.dnsAnswer(failingName).failover).toBe('PRIMARY');
    expect(world.healthChecks().every(({ healthy }) => healthy)).toBe(true);
  });

  test('moves its clock in advance only, by what was said', async () => {
    const begins = world.now.getTime();
    await world.visit('/');
    expect(world.now.getTime()).toBe(begins);
    await world.advance({ hours: 1, minutes: 2, seconds: 3.5 });
    expect(world.now.getTime() - begins).toBe(3_723_500);
  });

  test('shows a shopper the store, and the basket that the shopper has filled', async () => {
    expect(await world.visit('/')).toMatchObject({ sees: 'store', status: 200, outcome: 'served fresh' });
    expect(await world.visit('/cart', { method: 'POST' })).toMatchObject({ sees: 'store', status: 303 });
    expect((await world.visit('/cart')).body).toContain('In your basket: 1');
  });

  test('shows a shopper the emergency page once DNS has switched, tells on-call, and both that it is over', async () => {
    world.breakStore({ kind: 'refuses' });
    await world.advance({ minutes: 3 });
    const page = await world.visit('/checkout');
    expect(page).toMatchObject({ sees: 'emergency page', status: 503 });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('understudy-emergency-page');
    expect(page.waitMs).toBeLessThan(1_000);
    expect(world.dnsAnswer(failingName).failover).toBe('SECONDARY');
    expect(alarmsRinging()).toContain('shop.example.com-outage');
    world.mend();
    await world.advance({ minutes: 12 });
    expect(world.inbox(ON_CALL).map(({ state }) => state)).toEqual([
      'INVESTIGATING',
      'MONITORING',
      'RESOLVED',
    ]);
    expect(new Set(world.inbox(ON_CALL).map(({ incidentId }) => incidentId)).size).toBe(1);
    expect(world.dnsAnswer(failingName).failover).toBe('PRIMARY');
    expect(await world.visit('/checkout')).toMatchObject({ sees: 'store' });
  });

  test('counts the other shoppers by what became of their requests', async () => {
    await world.advance({ minutes: 5 });
    const { 'served fresh': served, ...kept } = world.shoppers();
    expect(served).toBeGreaterThan(100);
    expect(Object.values(kept).every((count) => count === 0)).toBe(true);
  });

  test('has nobody come who was not asked for', async () => {
    const empty = await openWorld(await exampleAssembly(topology), { shoppers: { arrivalsPerMinute: 0 } });
    await empty.advance({ minutes: 5 });
    expect(Object.values(empty.shoppers()).every((count) => count === 0)).toBe(true);
    await empty.close();
  });

  test('fails one health check, whatever its endpoint answers', async () => {
    const check = world.failCheck('checkout');
    await world.advance({ minutes: 3 });
    const unhealthy = () => world.healthChecks().filter(({ healthy }) => !healthy);
    expect(unhealthy().map(({ name }) => name)).toEqual(['shop.example.com checkout']);
    expect(alarmsRinging()).toContain('shop.example.com-checkout-down');
    expect(world.dnsAnswer(failingName).failover).toBe('PRIMARY');
    expect(await world.visit('/checkout')).toMatchObject({ sees: 'store' });
    check.mend();
    await world.advance({ minutes: 3 });
    expect(unhealthy()).toEqual([]);
  });

  test('closes the store for a critical health check that fails', async () => {
    world.failCheck('home');
    await world.advance({ minutes: 2 });
    expect(world.dnsAnswer(failingName).failover).toBe('SECONDARY');
  });

  test('mends one fault of several', async () => {
    const slow = world.breakStore({ kind: 'slow', delaySeconds: 1, paths: ['checkout'] });
    world.breakStore({ kind: 'errors', status: 500, paths: ['/cart'] });
    expect((await world.visit('/checkout')).waitMs).toBeGreaterThan(1_000);
    slow.mend();
    slow.mend();
    expect((await world.visit('/checkout')).waitMs).toBeLessThan(1_000);
    expect((await world.visit('/cart')).sees).not.toBe('store');
    world.mend();
    await world.advance({ seconds: 10 });
    expect(await world.visit('/cart')).toMatchObject({ sees: 'store' });
  });

  test('breaks services of AWS, too: no message arrives while the region is lost, and all of it later', async () => {
    world.inject({ kind: 'region lost' });
    world.breakStore();
    await world.advance({ minutes: 5 });
    expect(world.inbox()).toEqual([]);
    expect(world.dnsAnswer(failingName).failover).toBe('SECONDARY');
    const [region] = world.timeline();
    expect(region?.text).toBe('FAULT: us-east-1 is down');
    world.mend();
    world.breakStore();
    await world.advance({ minutes: 5 });
    expect(world.inbox(ON_CALL).map(({ state }) => state)).toContain('INVESTIGATING');
  });

  test('deletes the emergency site and brings it back', async () => {
    const emptied = world.inject({ kind: 'emergency site emptied' });
    world.breakStore();
    await world.advance({ minutes: 5 });
    expect((await world.visit('/cart')).sees).toBe('raw error');
    emptied.mend();
    await world.advance({ minutes: 5 });
    expect((await world.visit('/cart')).sees).toBe('emergency page');
  });

  test('brings more shoppers for as long as a spike lasts', async () => {
    const requestsIn = async (minutes: number) => {
      const before = world.shoppers()['served fresh'];
      await world.advance({ minutes });
      return world.shoppers()['served fresh'] - before;
    };
    const usual = await requestsIn(5);
    const spike = world.inject({ kind: 'spike', times: 10 });
    expect(await requestsIn(5)).toBeGreaterThan(3 * usual);
    spike.mend();
    await world.advance({ minutes: 10 });
    expect(await requestsIn(5)).toBeLessThan(2 * usual);
  });

  test('tells each person on their own channel', async () => {
    world.breakStore();
    await world.advance({ minutes: 4 });
    const [text] = world.inbox('+48123456789');
    expect(text).toMatchObject({ channel: 'sms', subject: '', state: 'INVESTIGATING' });
    expect(world.inbox('https://events.example.com/store')[0]?.channel).toBe('https');
    expect(world.inbox('hooks.slack.com')).toEqual([]);
    expect(world.inbox().length).toBeGreaterThanOrEqual(3);
  });

  test('tells what happened, in order and line by line', async () => {
    const begins = world.now;
    world.breakStore();
    await world.advance({ minutes: 2 });
    const [first, ...rest] = world.timeline();
    expect(first).toEqual({ at: begins, text: 'FAULT: the origin refuses connections' });
    expect(rest.map(({ text }) => text)).toContain(`Route 53: ${failingName} is answered with SECONDARY`);
    const times = world.timeline().map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
