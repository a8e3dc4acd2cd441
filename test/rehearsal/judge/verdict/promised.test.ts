import type { EdgeFacts } from '../../../../lib/rehearsal/facts/edge-facts';
import type { EndpointFacts } from '../../../../lib/rehearsal/facts/health-facts';
import { mayTouch, type Promises, promisedBy } from '../../../../lib/rehearsal/judge/verdict/promised';
import { FAULT, type ScenarioFault } from '../../../../lib/rehearsal/scenario/fault';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';
import { NO_PROMISES } from '../../helpers/a-record';

const EDGE_FACTS = { errorPages: [], usesHttps: true } as unknown as EdgeFacts;
const expected = builtInScenario('origin refuses').expectations.edge;
const fault = (given: object): ScenarioFault => FAULT.parse({ fromSeconds: 0, toSeconds: 600, ...given });
const endpointsDown = (...protocols: string[]) => fault({ kind: 'endpoints down', protocols });
const errorsAt = (...paths: string[]) => fault({ kind: 'errors', paths });

const endpoint = (id: string, path: string): EndpointFacts => ({
  kind: 'endpoint',
  id,
  path,
  intervalMs: 10_000,
  failureThreshold: 3,
  searches: true,
  asks: 'name',
  regions: ['us-east-1'],
});
/** A store whose records hang on one endpoint; another one is watched only. */
const store = (contacts: readonly string[]): Promises => ({
  contacts,
  timing: {
    ...NO_PROMISES.timing,
    healthChecks: [endpoint('home', '/'), endpoint('checkout', '/kasa')],
    failovers: [
      {
        name: 'shop',
        healthCheckId: 'home',
        ttlMs: 30_000,
        backTtlMs: 30_000,
        showsPage: true,
        leadsToStore: true,
        leadsToName: true,
        evaluatesTarget: false,
      },
    ],
  },
});

describe('what a stack promises', () => {
  test.each([
    [['email', 'https'], ['email'], true],
    [['email', 'https'], ['https', 'email'], true],
    [['email', 'https'], ['email', 'sms'], false],
    [['email'], ['https'], false],
    [['email'], [], false],
  ])('while %j fail: nothing to contacts by %j: %s', (down, contacts, isSilent) => {
    const {
      messages,
      incidents,
      plainAlarms,
      knownGap = '',
    } = promisedBy(expected, [endpointsDown(...down), fault({ kind: 'refuses' })], store(contacts));
    expect([messages, incidents, plainAlarms]).toEqual(isSilent ? ['any', 'any', 'any'] : ['some', 1, 0]);
    expect(knownGap.includes('onCall.phoneNumbers')).toBe(isSilent);
  });

  test.each([
    ['searchString', { looksForText: false }, fault({ kind: 'wrong content' })],
    ['searchString', { looksForText: false }, fault({ kind: 'reworded' })],
    ['emergencyPageCheck', { emergencyPageCheck: false }, fault({ kind: 'emergency site emptied' })],
  ])('where the owner set %s to false: no message, and a gap that names it', (prop, given, broken) => {
    const left = promisedBy(expected, [broken], { ...store(['email']), ...given });
    expect(left).toMatchObject({ messages: 'any', incidents: 'any', plainAlarms: 'any' });
    expect(left.knownGap).toContain(`${prop} is false`);
    expect(promisedBy(expected, [broken], store(['email']))).toBe(expected);
    expect(promisedBy(expected, [fault({ kind: 'refuses' })], { ...store(['email']), ...given })).toBe(
      expected,
    );
  });

  test.each([
    [59, true],
    [60, false],
  ])('where slow probes let less than 60 s pass, flaps of %d s are a gap: %s', (downSeconds, isGap) => {
    const flapping = { ...expected, failover: 'comes and goes' } as const;
    const flaps = fault({ kind: 'refuses', flaps: { downSeconds, upSeconds: 60 } });
    const left = promisedBy(flapping, [flaps], { ...store(['email']), unnoticedSeconds: 60 });
    expect(left.failover).toBe(isGap ? 'any' : 'comes and goes');
    expect((left.knownGap ?? '').includes('less than 60 s')).toBe(isGap);
  });

  test.each([
    ['no second contact', undefined, 14, 'onCall.escalation would name a second contact'],
    ['a second contact that is called in time', 10, 14, undefined],
    [
      'a second contact that is called when it is over',
      11,
      14,
      'onCall.escalation calls the second contact after 11 min',
    ],
  ])('of a store with %s: a gap as it is', (_who, secondContactMinutes, lastsMinutes, gap) => {
    const down = fault({ kind: 'refuses', toSeconds: lastsMinutes * 60 });
    const left = promisedBy({ ...expected, secondContact: 'called' }, [down], {
      ...store(['email']),
      ...(secondContactMinutes !== undefined && { secondContactMinutes }),
    });
    expect(left.secondContact).toBe(gap === undefined ? 'called' : 'any');
    expect(left.knownGap ?? '').toEqual(gap === undefined ? '' : expect.stringContaining(gap));
  });

  test('names no other contact where there is none', () => {
    const all = [endpointsDown('email', 'sms', 'https'), fault({ kind: 'refuses' })];
    expect(promisedBy(expected, all, store(['email'])).knownGap).toBe(
      'nobody hears of anything meanwhile, for every contact of this store fails at once',
    );
  });

  test.each([
    [['/kasa'], 'some'],
    [['/kasa', '/other'], 'some'],
    [['/checkout'], 'any'],
  ])('of errors at %j: messages %s', (paths, messages) => {
    const promised = promisedBy(expected, [errorsAt(...paths)], store(['email']));
    expect(promised.messages).toBe(messages);
    expect(promised.knownGap?.includes('no health check watches /checkout') ?? false).toBe(
      messages === 'any',
    );
  });

  test('is not less than a scenario asks where that is nothing', () => {
    const quiet = { ...expected, messages: 'none' } as const;
    expect(promisedBy(quiet, [errorsAt('/checkout')], store(['email']))).toEqual(quiet);
  });

  test.each([
    ['/', 'switches'],
    ['/kasa', 'stays'],
  ])('of a page that fails alone, %s: it %s', (path, failover) => {
    const stays = { ...expected, failover: 'stays' } as const;
    const promised = promisedBy(stays, [errorsAt(path)], store(['email']));
    expect(promised.failover).toBe(failover);
    expect(promised.knownGap?.includes('critical') ?? false).toBe(failover === 'switches');
  });

  test('adds to the gap that a scenario knows of', () => {
    const known = { ...expected, knownGap: 'it is slow' };
    expect(promisedBy(known, [errorsAt('/checkout')], store(['email'])).knownGap).toMatch(
      /^it is slow; no health check watches/,
    );
  });
});

describe('what a store promises that slowness does not close', () => {
  const promised = (name: string, topology: 'edge' | 'dns', slowCloses?: boolean) => {
    const { expectations, faults } = builtInScenario(name);
    return promisedBy(expectations[topology], faults, { ...store(['email']), slowCloses });
  };

  test.each(['hangs', '503 storm', 'slow', 'slow but alive', 'wrong content'])(
    'is that DNS stays while its port is open, as a gap by name: %s',
    (name) => {
      for (const topology of ['edge', 'dns'] as const) {
        expect(promised(name, topology, false)).toMatchObject({
          failover: 'stays',
          messages: 'some',
          knownGap: expect.stringContaining('healthChecks.slowCloses is false'),
        });
      }
    },
  );

  test('allows raw errors only where nobody stands between shoppers and the store', () => {
    expect(promised('503 storm', 'edge', false).rawErrors).toBe('none');
    expect(promised('503 storm', 'dns', false).rawErrors).toBe('any');
  });

  test.each(['origin refuses', 'black hole', 'origin DNS fails', '15-second blip', 'flapping'])(
    'is what any store promises where nothing connects, or nothing was to switch: %s',
    (name) => {
      expect(promised(name, 'edge', false)).toEqual(builtInScenario(name).expectations.edge);
    },
  );

  test.each([true, undefined])('is nothing else with slowCloses: %s', (slowCloses) => {
    expect(promised('hangs', 'edge', slowCloses)).toEqual(builtInScenario('hangs').expectations.edge);
  });
});

describe('a fault that touches nothing', () => {
  test.each([
    [endpointsDown('email'), ['email', 'sms'], true],
    [endpointsDown('email'), ['sms'], false],
    [fault({ kind: 'unconfirmed', protocols: ['email'] }), ['sms'], false],
    [fault({ kind: 'refuses' }), [], true],
  ])('is a miss only where it could touch something: %#', (given, contacts, expectedMiss) => {
    expect(mayTouch(given, store(contacts))).toBe(expectedMiss);
  });

  const edge = { ...EDGE_FACTS, originName: 'origin.shop' };
  test.each<['name' | 'address', boolean, EdgeFacts | undefined, boolean]>([
    ['address', false, edge, false],
    ['address', true, edge, true],
    ['name', false, edge, true],
    ['address', false, undefined, true],
  ])(
    'of an origin whose checkers ask its %s: its record leads to a name: %s',
    (asks, leadsToName, ...rest) => {
      const [edgeFacts, touches] = rest;
      const { contacts, timing } = store(['email']);
      const promises = {
        contacts,
        timing: {
          ...timing,
          edge: edgeFacts,
          healthChecks: [{ ...endpoint('home', '/'), asks }],
          failovers: timing.failovers.map((failover) => ({ ...failover, leadsToName })),
        },
      };
      const nameFails = fault({ kind: 'name fails' });
      expect(mayTouch(nameFails, promises)).toBe(touches);
      expect(promisedBy(expected, [nameFails], promises)).toMatchObject({
        failover: touches ? 'switches' : 'stays',
        messages: touches ? 'some' : 'any',
      });
    },
  );
});
