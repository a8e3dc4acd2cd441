import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import type { CheckerReport } from '../../../lambda/status-update/message/checkers';
import { SETTINGS } from './helpers/settings';
import { RECOVERED } from './helpers/subjects';
import {
  CHECKOUT_DOWN,
  EDGE_ERRORS,
  SEARCH_DOWN,
  STORE_DOWN,
  SYMPTOMS,
  simpleSymptom,
} from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const HOME_DOWN: Symptom = {
  ...simpleSymptom('store-down', 'home'),
  alarmName: 'shop.example.com-home-down',
};
const fn = new WokenFunction({ ...SETTINGS, SYMPTOMS: [...SYMPTOMS, HOME_DOWN] });

/** Sixteen checkers of each endpoint, of which as many pass. */
const passing = (counts: Readonly<Record<string, number>>) => ({
  checkers: {
    reports: async (id: string): Promise<CheckerReport[]> => {
      const count = counts[id];
      if (count === undefined) {
        throw new Error('throttled');
      }
      return Array.from({ length: 16 }, (_, index) => ({ region: 'eu-west-1', passed: index < count }));
    },
  },
});

const OPENED_AS_DOWN = '[SEV1] INVESTIGATING store down #01';
const OPENED_IN_PART = '[SEV2] INVESTIGATING checkout down #01';

describe('first message, whichever alarm comes first', () => {
  test.each([
    // Route 53 considers an endpoint healthy that more than 18 % of its checkers do: 3 of 16.
    ['store down when the checkers of a critical endpoint fail', 2, OPENED_AS_DOWN],
    ['one endpoint down when those of the critical one pass', 3, OPENED_IN_PART],
  ])('is of a %s', async (_, home, subject) => {
    const checkers = passing({ 'check-of-home': home, 'check-of-checkout': 0 });
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'), checkers);
    expect(fn.world.subjects).toEqual([subject]);
  });

  test('is of a store down once: its own alarm says nothing new', async () => {
    const checkers = passing({ 'check-of-home': 0, 'check-of-checkout': 0 });
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'), checkers);
    fn.world.wait(1);
    await fn.invoke(fn.world.change(HOME_DOWN, 'ALARM'), checkers);
    fn.world.wait(6);
    await fn.invoke(undefined, checkers);
    expect(fn.world.subjects).toEqual([OPENED_AS_DOWN]);
  });

  test('is of a store down also when errors at the edge are told first, without an update seconds later', async () => {
    fn.world.measure('5xxErrorRate', 90, 90);
    fn.world.measure('Requests', 10, 10);
    const checkers = passing({ 'check-of-home': 0, 'check-of-checkout': 0 });
    await fn.invoke(fn.world.change(EDGE_ERRORS, 'ALARM'), checkers);
    await fn.invoke(fn.world.change(HOME_DOWN, 'ALARM'), checkers);
    expect(fn.world.subjects).toEqual([OPENED_AS_DOWN]);
  });

  test('goes by the alarms alone when Route 53 says nothing', async () => {
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'), passing({}));
    expect(fn.world.subjects).toEqual([OPENED_IN_PART]);
  });

  test.each([
    [[39, 40], OPENED_IN_PART],
    [[40, 40], '[SEV1] INVESTIGATING 5xx for most shoppers (40 %) #01'],
  ] as const)('counts an error rate of %j %% although its alarm has not come', async (percents, subject) => {
    fn.world.measure('5xxErrorRate', ...percents);
    fn.world.measure('Requests', 10, 10);
    const checkers = passing({ 'check-of-home': 16, 'check-of-checkout': 0 });
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'), checkers);
    expect(fn.world.subjects).toEqual([subject]);
    fn.world.wait(1);
    await fn.invoke(fn.world.change(EDGE_ERRORS, 'OK'), checkers);
    expect(fn.world.subjects).toHaveLength(1);
  });

  test('asks Route 53 once, and not at all where the alarm itself says the worst', async () => {
    const asked: string[] = [];
    const checkers = {
      checkers: {
        reports: async (id: string) => {
          asked.push(id);
          return [{ region: 'eu-west-1', passed: true }];
        },
      },
    };
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'), checkers);
    expect(asked.sort()).toEqual(['check-of-checkout', 'check-of-home']);
  });
});

describe('recovery', () => {
  const down = passing({ 'check-of-home': 0, 'check-of-checkout': 16 });
  const up = passing({ 'check-of-home': 16, 'check-of-checkout': 16 });
  const states = () => fn.world.subjects.map((subject) => subject.split(' ')[1]);

  beforeEach(async () => {
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'), down);
    fn.world.wait(4);
  });

  test('is not told while checkers fail, for an alarm is about to follow them', async () => {
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'), down);
    expect(states()).toEqual(['INVESTIGATING']);
    fn.world.wait(1);
    await fn.invoke(undefined, up);
    expect(states()).toEqual(['INVESTIGATING', 'MONITORING']);
  });

  test.each([
    [179, 1],
    [180, 2],
  ])(
    'has been told %d s after the last alarm, whatever the checkers say: %d messages',
    async (seconds, count) => {
      await fn.invoke(fn.world.change(STORE_DOWN, 'OK'), down);
      fn.world.nowMs += seconds * 1_000;
      await fn.invoke(undefined, down);
      expect(fn.world.messages).toHaveLength(count);
    },
  );

  test('is told when Route 53 says nothing', async () => {
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'), passing({}));
    expect(states()).toEqual(['INVESTIGATING', 'MONITORING']);
  });
});

describe('beginning of an incident', () => {
  const since = () => /^Since {4}(\S+ \S+) UTC/m.exec(fn.world.messages.at(-1)?.body ?? '')?.[1];
  const sendMetrics = () => {
    fn.world.measure('5xxErrorRate', 0, 80, 92);
    fn.world.measure('Requests', 50, 50, 50);
  };

  test('is the first failing datapoint, not the alarm', async () => {
    sendMetrics();
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    expect(since()).toBe('2025-03-01 09:59');
    expect(JSON.parse(fn.world.file('status.json')).x_since).toBe('2025-03-01T09:59:00.000Z');
  });

  test('is corrected, once it is over, by datapoints that came late', async () => {
    const alarm = fn.world.change(STORE_DOWN, 'ALARM');
    sendMetrics();
    const late = { ...fn.ports.monitoring, perMinute: async () => [] };
    await fn.invoke(alarm, { monitoring: late });
    expect(since()).toBe('2025-03-01 10:00');
    fn.world.wait(4);
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'), passing({ 'check-of-home': 16 }));
    expect(since()).toBe('2025-03-01 09:59');
    expect(fn.world.messages.at(-1)?.body).toContain('Lasted   5 min,');
  });

  test('is the alarm where no metric can be read', async () => {
    fn.world.fail('metrics', 10);
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    expect(since()).toBe('2025-03-01 10:00');
  });
});

describe('an alarm that somebody deletes', () => {
  test('ends what it told of', async () => {
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    fn.world.wait(1);
    fn.world.delete(STORE_DOWN);
    await fn.invoke(undefined, passing({}));
    expect(fn.world.subjects).toEqual([OPENED_AS_DOWN, RECOVERED]);
  });

  test('ends nothing while CloudWatch says nothing of any alarm', async () => {
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    fn.world.wait(1);
    fn.world.delete(STORE_DOWN);
    fn.world.fail('describe');
    await fn.invoke(undefined, passing({}));
    expect(fn.world.subjects).toEqual([OPENED_AS_DOWN]);
  });
});

describe('a store that only silence closes', () => {
  const settings = {
    ...SETTINGS,
    SYMPTOMS: [
      { ...STORE_DOWN, portChecks: ['check-of-port'] },
      { ...simpleSymptom('store-failing', 'home'), alarmName: 'shop.example.com-home-down' },
    ],
  };
  const open = new WokenFunction(settings);
  const HOME_FAILING: Symptom = {
    ...simpleSymptom('store-failing', 'home'),
    alarmName: 'shop.example.com-home-down',
  };

  test.each([
    ['closed, although its alarm has not come yet', 0, '[SEV1] INVESTIGATING'],
    ['open while its port takes connections', 16, '[SEV2] INVESTIGATING'],
  ])('is announced as %s', async (_what, atPort, state) => {
    const counts = { 'check-of-home': 0, 'check-of-port': atPort };
    await open.invoke(open.world.change(HOME_FAILING, 'ALARM'), passing(counts));
    expect(open.world.messages.map(({ subject }) => subject.split(' shop')[0])).toEqual([state]);
  });

  const RATED: Symptom = { ...CHECKOUT_DOWN, severity: 'SEV1' };
  const onStandby = new WokenFunction({
    ...settings,
    SYMPTOMS: [...settings.SYMPTOMS, RATED],
    STORE: { ...SETTINGS.STORE, standby: true },
  });

  test('is not announced as open again while its port fails and its alarm has not come', async () => {
    const ports = passing({ 'check-of-home': 0, 'check-of-port': 0, 'check-of-checkout': 0 });
    await onStandby.invoke(onStandby.world.change(HOME_FAILING, 'ALARM'), ports);
    await onStandby.invoke(onStandby.world.change(RATED, 'ALARM'), ports);
    expect(onStandby.world.messages.map(({ subject }) => subject.split(' shop')[0])).toEqual([
      '[SEV2] INVESTIGATING',
    ]);
  });
});

describe('an endpoint that is rated SEV1', () => {
  const RATED: Symptom = { ...CHECKOUT_DOWN, severity: 'SEV1' };
  const rated = new WokenFunction({ ...SETTINGS, SYMPTOMS: [RATED, SEARCH_DOWN] });

  test.each([
    [0, '[SEV1] INVESTIGATING'],
    [16, '[SEV2] INVESTIGATING'],
  ])(
    'counts from the first message on, whichever alarm comes first: %d of its checkers pass',
    async (count, state) => {
      const counts = { 'check-of-search': 0, 'check-of-checkout': count };
      await rated.invoke(rated.world.change(SEARCH_DOWN, 'ALARM'), passing(counts));
      expect(rated.world.messages.map(({ subject }) => subject.split(' shop')[0])).toEqual([state]);
    },
  );
});
