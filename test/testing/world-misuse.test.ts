import { openWorld, RehearsalError, type TestWorld } from '../../lib/testing';
import { exampleAssembly } from '../helpers/example-assembly';

/** As JavaScript lets people write. */
const anything = (value: unknown) => value as never;

describe('world stepped by hand, misused', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld(await exampleAssembly('dns'));
  });
  afterAll(() => world.close());

  /** What a call says, at once or when it is awaited. */
  const said = async (call: () => unknown): Promise<string> => {
    try {
      await call();
    } catch (error) {
      expect(error).toBeInstanceOf(RehearsalError);
      return (error as Error).message;
    }
    return 'nothing';
  };

  test.each<[string, (world: TestWorld) => unknown, string | RegExp]>([
    [
      'a fault that there is not',
      (it) => it.breakStore(anything({ kind: 'refuse' })),
      /^breakStore: kind: must be one of refuses, black hole, .*, got "refuse"; did you mean "refuses"\?$/,
    ],
    [
      'a fault without its kind',
      (it) => it.inject(anything({})),
      /^inject: kind: is missing; must be one of refuses/,
    ],
    ['no fault', (it) => it.inject(anything(null)), 'inject: must be a map of keys and values, got nothing'],
    [
      'a fault of the crowd as one of the store',
      (it) => it.breakStore(anything({ kind: 'spike', times: 2 })),
      'breakStore: kind: must be a fault of the store, got "spike"; use inject',
    ],
    [
      'a key that there is not',
      (it) => it.inject(anything({ kind: 'spike', times: 2, ramp: 3 })),
      'inject: ramp: is not known; allowed here: kind, text, times, rampSeconds; did you mean "rampSeconds"?',
    ],
    [
      'a value that is too large',
      (it) => it.breakStore({ kind: 'errors', sharePercent: 101 }),
      'breakStore: sharePercent: must be at most 100, got 101',
    ],
    [
      'the times of a fault',
      (it) => it.breakStore(anything({ kind: 'hangs', fromSeconds: 3 })),
      'breakStore: fromSeconds: is not known here; a fault begins at once and lasts until mend()',
    ],
    [
      'a health check that there is not',
      (it) => it.failCheck('hone'),
      'failCheck: no endpoint has this name, got "hone"; did you mean "home"?',
    ],
    [
      'a health check unlike any',
      (it) => it.failCheck('x'),
      'failCheck: no endpoint has this name, got "x"; there are home, checkout, emergency page',
    ],
    [
      'the health check that follows the others',
      (it) => it.failCheck('shop.example.com store'),
      /^failCheck: no endpoint has this name/,
    ],
    [
      'time that runs back',
      (it) => it.advance({ minutes: -1 }),
      'advance: minutes: must be at least 0, got -1',
    ],
    [
      'a number without its unit',
      (it) => it.advance(anything(3)),
      'advance: must be a map of keys and values, got 3',
    ],
    [
      'a unit that there is not',
      (it) => it.advance(anything({ minute: 3 })),
      'advance: minute: is not known; allowed here: hours, minutes, seconds; did you mean "minutes"?',
    ],
    [
      'endless time',
      (it) => it.advance({ hours: Number.POSITIVE_INFINITY }),
      /^advance: hours: must be a number/,
    ],
    [
      'a page without its slash',
      (it) => it.visit('checkout'),
      'visit: path: must begin with a slash, got "checkout"',
    ],
    [
      'a method that there is not',
      (it) => it.visit('/', anything({ method: 'post' })),
      /^visit: options.method: must be one of GET, .*, got "post"; did you mean "POST"\?$/,
    ],
    [
      'a person whom nobody tells',
      (it) => it.inbox('oncall@example.com'),
      /^inbox: nobody of this name is subscribed, got "oncall@example.com"; subscribed are on-call@example.com, /,
    ],
    [
      'a name without a record',
      (it) => it.dnsAnswer('origin.shop.example.com'),
      'dnsAnswer: no record of the assembly has this name, got "origin.shop.example.com"; names that fail over: shop.example.com, www.shop.example.com',
    ],
  ])('says what is wrong with %s', async (_, call, message) => {
    const text = await said(() => call(world));
    if (typeof message === 'string') {
      expect(text).toBe(message);
    } else {
      expect(text).toMatch(message);
    }
  });

  test('leaves the world as it was when a step was refused', async () => {
    await said(() => world.advance({ minutes: -1 }));
    await said(() => world.breakStore(anything({ kind: 'refuse' })));
    expect(world.timeline()).toEqual([]);
    expect(await world.visit('/')).toMatchObject({ sees: 'store' });
  });

  test('tells those who forget to await a step', async () => {
    const step = world.advance({ minutes: 1 });
    expect(await said(() => world.alarms())).toBe(
      'alarms: a step is still under way; await advance and visit',
    );
    expect(await said(() => world.advance({ minutes: 1 }))).toMatch(/^advance: a step is still under way/);
    expect(await said(() => world.close())).toMatch(/^close: a step is still under way/);
    await step;
    expect(world.alarms().length).toBeGreaterThan(3);
  });

  test('takes no step once it is closed, and may be closed twice', async () => {
    const closed = await openWorld(await exampleAssembly('dns'));
    const fault = closed.breakStore();
    await closed.close();
    await closed.close();
    const calls: readonly (() => unknown)[] = [
      () => closed.advance({ minutes: 1 }),
      () => closed.breakStore(),
      () => closed.inject({ kind: 'refuses' }),
      () => closed.failCheck('home'),
      () => closed.mend(),
      () => fault.mend(),
      () => closed.visit('/'),
      () => closed.shoppers(),
      () => closed.inbox(),
      () => closed.alarms(),
      () => closed.healthChecks(),
      () => closed.dnsAnswer('shop.example.com'),
      () => closed.timeline(),
    ];
    for (const call of calls) {
      expect(await said(call)).toMatch(/^\w+: this world is closed; open another with openWorld$/);
    }
  });

  test.each<[string, () => Promise<unknown>, string | RegExp]>([
    [
      'a stack',
      () => openWorld(anything({ node: {} })),
      /^openWorld: must be a CDK App, a Stage, or the folder of a cloud assembly, got a Object/,
    ],
    ['nothing', () => openWorld(anything(undefined)), /got undefined/],
    ['an empty folder', () => openWorld('/nowhere'), /^app: no cloud assembly there, got \/nowhere;/],
    [
      'a seed that is none',
      async () => openWorld(await exampleAssembly('dns'), { seed: 1.5 }),
      'openWorld: seed: must be a whole number, got 1.5',
    ],
    [
      'an option that there is not',
      async () => openWorld(await exampleAssembly('dns'), anything({ sede: 1 })),
      'openWorld: sede: is not known; allowed here: seed, store, parameters, shoppers; did you mean "seed"?',
    ],
    [
      'a store that there is not',
      async () => openWorld(await exampleAssembly('dns'), { store: 'outlet.example.com' }),
      'store: must be one of shop.example.com, got "outlet.example.com"; each store is rehearsed by itself',
    ],
    [
      'a parameter that there is not',
      async () => openWorld(await exampleAssembly('dns'), { parameters: { nope: 'x' } }),
      /^parameters: no stack has this parameter, got "nope"/,
    ],
  ])('opens no world of %s', async (_, open, message) => {
    const text = await said(open);
    if (typeof message === 'string') {
      expect(text).toBe(message);
    } else {
      expect(text).toMatch(message);
    }
  });
});
