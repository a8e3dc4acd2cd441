import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { CHECKER_REGIONS } from '../../../../lib/rehearsal/aws/route53/checker';
import { readTimingFacts, type TimingFacts } from '../../../../lib/rehearsal/facts/timing-facts';
import { ruledOutTimes } from '../../../../lib/rehearsal/judge/prediction/ruled-out-times';
import { staysHealthy } from '../../../../lib/rehearsal/judge/prediction/stays-healthy';
import { FAULT } from '../../../../lib/rehearsal/scenario/fault';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../../helpers/example-assembly';

const { shoppers } = builtInScenario('origin refuses');
const fault = (given: object) => FAULT.parse({ fromSeconds: 0, toSeconds: 600, ...given });
const blip = (seconds: number, fromSeconds = 0, but: object = {}) =>
  fault({ kind: 'refuses', fromSeconds, toSeconds: fromSeconds + seconds, ...but });

describe.each(['edge', 'dns'] as const)(
  'what does not happen to the example with the topology %s',
  (topology) => {
    let facts: TimingFacts;
    beforeAll(async () => {
      const deployment = new Deployment(readAssembly(await exampleAssembly(topology)));
      facts = readTimingFacts(deployment, 'shop.example.com');
    });
    const isDns = topology === 'dns';
    const never = (...faults: object[]) => ruledOutTimes(facts, { shoppers, faults: faults.map(fault) });
    const failover = isDns ? ['detectMs', 'dnsMs', 'firstPageMs'] : ['detectMs', 'dnsMs'];
    const all = [...failover, 'alertMs'];

    test('is nothing in an outage', () => {
      expect(never({ kind: 'refuses' })).toEqual([]);
    });

    test('is everything that needs health checks, and at the edge not the alert, with an expired certificate', () => {
      expect(never({ kind: 'certificate expired' })).toEqual(isDns ? all : failover);
    });

    test.each([
      [20, true],
      [20.001, false],
    ])('is a switch for a blip shorter than three probes: %d s', (seconds, isNever) => {
      expect(never(blip(seconds)).includes('detectMs')).toBe(isNever);
    });

    test.each([
      [6, true],
      [7, false],
    ])(
      'is a switch or a message where more than 18 %% of the checkers work: %i of 8 regions fail',
      (count, isNever) => {
        const regions = CHECKER_REGIONS.slice(0, count);
        expect(never({ kind: 'checkers fail', regions })).toEqual(isNever ? all : []);
      },
    );

    test.each(['emergency site emptied', 'region lost', 'functions fail'])(
      'is a switch, not an alert: %s',
      (kind) => {
        expect(never({ kind })).toEqual(failover);
      },
    );

    test('is a switch where answers stay below two seconds, whatever else they take', () => {
      expect(never({ kind: 'slow', delaySeconds: 1.5 })).toEqual(isDns ? all : failover);
    });

    test.each([
      [{ kind: 'errors', sharePercent: 30 }],
      [{ kind: 'slow', delaySeconds: 1.501 }],
      [{ kind: 'refuses', flaps: { downSeconds: 10, upSeconds: 5 } }],
    ])('is left open where chance decides: %j', (given) => {
      expect(never(given)).toEqual([]);
    });

    test('is left open where the store may be overloaded, or what is aliased is evaluated', () => {
      const faults = [blip(15)];
      const capacity = { requestsPerSecond: 10, queue: 10, slowdown: 1 };
      expect(ruledOutTimes(facts, { shoppers, faults, capacity })).toEqual([]);
      const failovers = facts.failovers.map((one) => ({ ...one, evaluatesTarget: true }));
      expect(ruledOutTimes({ ...facts, failovers }, { shoppers, faults })).toEqual([]);
    });

    test('leaves alerts open where somebody speaks, or an alarm watches something else', () => {
      const expired = { shoppers, faults: [fault({ kind: 'certificate expired' })] };
      const people = builtInScenario('cause found').people;
      expect(ruledOutTimes(facts, { ...expired, people })).toEqual(failover);
      const [alarm] = facts.alarming.alarms;
      if (alarm === undefined) {
        throw new Error('no alarm');
      }
      const latency = { ...alarm, namespace: 'AWS/Route53', healthCheckId: undefined, countsSamples: false };
      const alarming = { ...facts.alarming, alarms: [...facts.alarming.alarms, latency] };
      expect(ruledOutTimes({ ...facts, alarming }, expired)).toEqual(failover);
    });
  },
);

describe('health check that is sure to stay healthy', () => {
  const endpoint = (id: string, but: object = {}) =>
    ({
      kind: 'endpoint',
      id,
      path: `/${id}`,
      intervalMs: 10_000,
      failureThreshold: 3,
      searches: true,
      asks: 'name',
      regions: CHECKER_REGIONS,
      ...but,
    }) as const;
  const calculated = (healthThreshold: number) =>
    ({ kind: 'calculated', id: 'store', children: ['a', 'b'], healthThreshold }) as const;

  test.each([
    ['another path', { paths: ['/b'] }, {}, true],
    ['its path', { paths: ['/a'] }, {}, false],
    ['a wrong page', { kind: 'wrong content' }, {}, false],
    ['a wrong page that it does not read', { kind: 'wrong content' }, { searches: false }, true],
    ['a name that it asks for', { kind: 'name fails' }, {}, false],
    ['a name that the assembly has records of', { kind: 'name fails' }, { asks: 'record' }, false],
    ['a name, where it has an address', { kind: 'name fails' }, { asks: 'address' }, true],
    ['answers after two seconds', { kind: 'slow', delaySeconds: 2.1 }, {}, false],
    ['silence, but connects only', { kind: 'hangs' }, { connectsOnly: true }, true],
    ['slowness, but connects only', { kind: 'slow', delaySeconds: 60 }, { connectsOnly: true }, true],
    ['errors, but connects only', { kind: 'errors' }, { connectsOnly: true }, true],
    ['a wrong page, but connects only', { kind: 'wrong content' }, { connectsOnly: true }, true],
    ['a closed port and connects only', { kind: 'refuses' }, { connectsOnly: true }, false],
    ['a black hole and connects only', { kind: 'black hole' }, { connectsOnly: true }, false],
    ['a lost name and connects only', { kind: 'name fails' }, { connectsOnly: true }, false],
  ] as const)('is one that meets %s: %j', (_, given, but, healthy) => {
    const faults = [fault({ kind: 'refuses', ...given })];
    expect(staysHealthy('a', faults, [endpoint('a', but)])).toBe(healthy);
  });

  test.each([
    [74, false],
    [75, true],
  ])('forgets a blip within a minute: the next one after %i s', (from, healthy) => {
    expect(staysHealthy('a', [blip(15), blip(15, from)], [endpoint('a')])).toBe(healthy);
  });

  test.each([
    [1, true],
    [2, false],
  ])('is one that counts others while enough of them stay: %i of 2', (threshold, healthy) => {
    const checks = [endpoint('a'), endpoint('b'), calculated(threshold)];
    expect(staysHealthy('store', [fault({ kind: 'refuses', paths: ['/a'] })], checks)).toBe(healthy);
  });

  test('is none that nothing is known about', () => {
    expect(staysHealthy('x', [blip(1)], [{ kind: 'other', id: 'x' }])).toBe(false);
    expect(staysHealthy('x', [blip(1)], [])).toBe(false);
  });

  test.each([
    ['refuses', true],
    ['emergency site emptied', false],
    ['region lost', false],
  ])('is that of the emergency site, unless it is the site that fails: %s', (kind, healthy) => {
    const site = { kind: 'site', id: 'page', regions: CHECKER_REGIONS } as const;
    expect(staysHealthy('page', [fault({ kind })], [site])).toBe(healthy);
  });
});
