import { handleCommand } from '../../../../lambda/status-update/command/handle-command';
import { handleEvent } from '../../../../lambda/status-update/handle-event';
import type { MonitoringPort } from '../../../../lambda/status-update/ports';
import { FakeWorld } from '../helpers/fake-world';
import { memoryStore } from '../helpers/memory-store';
import { DNS_SETTINGS, SETTINGS } from '../helpers/settings';
import { CHECKOUT_DOWN, EDGE_ERRORS, SEARCH_DOWN, STORE_DOWN } from '../helpers/symptoms';

let world: FakeWorld;
let store: ReturnType<typeof memoryStore>;
beforeEach(() => {
  world = new FakeWorld();
  store = memoryStore();
});

const invoke = (event: unknown = {}) => handleEvent(event, world.ports(store), SETTINGS);
const keys = () => world.records.map(({ key }) => key);

/** An outage from its first alarm until it is resolved. */
async function liveThroughAnOutage(): Promise<void> {
  await invoke(world.change(STORE_DOWN, 'ALARM'));
  world.wait(10);
  await invoke(world.change(STORE_DOWN, 'OK'));
  world.wait(5);
}

const FILES = ['reviews/INC-20250301-01.html', 'reviews/INC-20250301-01.md'];

describe('review of an incident', () => {
  test('shows a metric once that two alarms watch', async () => {
    world.measure('5xxErrorRate', 90);
    await liveThroughAnOutage();
    const SYMPTOMS = [...SETTINGS.SYMPTOMS, { ...EDGE_ERRORS, alarmName: 'edge-errors-lasting' }];
    await handleEvent({}, world.ports(store), { ...SETTINGS, SYMPTOMS });
    expect(world.records[1]?.body.match(/responses with 5xx:/g)).toHaveLength(1);
  });

  test('is written as the store recovers and again when it is resolved, and linked from those messages', async () => {
    world.measure('5xxErrorRate', 90);
    world.measure('Requests', 100);
    await liveThroughAnOutage();
    expect(keys()).toEqual(FILES);
    await invoke();
    await invoke();
    expect(keys()).toEqual([...FILES, ...FILES]);
    const links = world.messages.map(({ body }) => body.includes('prefix=reviews/INC-20250301-01.html'));
    expect(links).toEqual([false, true, true]);
    const [, first = '', , review = ''] = world.records.map(({ body }) => body);
    expect([first, review].map((text) => text.includes('Preliminary'))).toEqual([true, false]);
    expect(review).toContain('shop.example.com-store-down: Alarm updated from OK to ALARM');
    expect(review).toContain('about 90 requests failed');
    expect(review).toContain('responses with 5xx: 90 % at worst');
  });

  test('asks for the history of those alarms only that changed within its span', async () => {
    world.change(SEARCH_DOWN, 'OK');
    world.change(CHECKOUT_DOWN, 'OK');
    world.wait(5);
    world.change(CHECKOUT_DOWN, 'OK');
    world.wait(15);
    const ports = world.ports(store);
    const asked: string[] = [];
    const alarmHistory: MonitoringPort['alarmHistory'] = async (names) => {
      asked.push(...names);
      return [];
    };
    const monitoring = { ...ports.monitoring, alarmHistory };
    const wake = (event: unknown) => handleEvent(event, { ...ports, monitoring }, SETTINGS);
    await wake(world.change(STORE_DOWN, 'ALARM'));
    world.wait(1);
    await wake(world.change(STORE_DOWN, 'OK'));
    expect(asked).toContain(STORE_DOWN.alarmName);
    expect(asked).toContain(CHECKOUT_DOWN.alarmName);
    expect(asked).not.toContain(SEARCH_DOWN.alarmName);
  });

  test('counts failed requests from the first sign in the metrics, as it counts the time', async () => {
    const minutes = [2, 1, 0].map((ago) => world.nowMs - ago * 60_000);
    const rates = new Map(minutes.map((minute) => [minute, 50]));
    const ports = world.ports(store);
    const perMinute: MonitoringPort['perMinute'] = async (metrics, { fromMs }) =>
      metrics.map(({ name }) => {
        const values = name === 'Requests' ? new Map([...rates.keys()].map((at) => [at, 100])) : rates;
        return new Map([...values].filter(([minute]) => minute >= fromMs));
      });
    const measured = { ...ports, monitoring: { ...ports.monitoring, perMinute } };
    await handleEvent(world.change(STORE_DOWN, 'ALARM'), measured, SETTINGS);
    world.wait(10);
    await handleEvent(world.change(STORE_DOWN, 'OK'), measured, SETTINGS);
    const review = world.records.at(-1)?.body;
    expect(review).toContain('It lasted 12 min, from the first failing datapoint, 2025-03-01 09:58 UTC');
    expect(review).toContain('about 150 requests failed');
    const told = world.messages.at(-1)?.body;
    expect(told).toContain('is back after 12 min');
    expect(told).toContain('Lost     about 150 requests failed');
  });

  test('tells when Route 53 switched a store with its own front door', async () => {
    world.measure('HealthCheckStatus', ...Array<number>(14).fill(1), 0);
    const change = world.change(STORE_DOWN, 'ALARM');
    await handleEvent(change, world.ports(store), DNS_SETTINGS);
    world.wait(10);
    await handleEvent(world.change(STORE_DOWN, 'OK'), world.ports(store), DNS_SETTINGS);
    expect(world.records.at(-1)?.body).toMatch(/\| Mitigated \(.*\) \| 2025-03-01 10:01 UTC.* \| 1 min \|/);
  });

  test('lists the reminders too', async () => {
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    world.wait(15);
    await invoke();
    world.wait(5);
    await invoke(world.change(STORE_DOWN, 'OK'));
    const review = world.records.at(-1)?.body;
    expect(review).toContain('| 2025-03-01 10:15 UTC | Understudy | Message 2: it goes on (reminder) |');
    expect(review).toContain('2025-03-01 10:15 UTC: kept');
  });

  test('leaves the report of a drill for programs, and where runbooks look for it', async () => {
    const command = (kind: string, more: object) =>
      handleCommand(
        { source: 'understudy.cli', preview: false, command: { kind, id: kind, ...more } },
        world.ports(store),
        SETTINGS,
      );
    await command('drill', { untilMs: world.nowMs + 60_000 });
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    world.wait(4);
    await command('say', { texts: { en: 'We are on it.' } });
    world.wait(6);
    await invoke(world.change(STORE_DOWN, 'OK'));
    expect(keys()).toEqual(FILES);
    world.wait(5);
    await invoke();
    const report = 'reviews/INC-20250301-01.drill-report.json';
    expect(keys().slice(2)).toEqual([...FILES, report, 'reviews/last-drill.html']);
    expect(JSON.parse(world.records.find(({ key }) => key === report)?.body ?? '')).toEqual({
      schema: 1,
      incidentId: 'INC-20250301-01',
      domainName: 'shop.example.com',
      topology: 'edge',
      severity: 'SEV1',
      symptom: 'store down',
      beganAt: '2025-03-01T10:00:00.000Z',
      resolvedAt: '2025-03-01T10:15:00.000Z',
      secondsTo: { detect: 0, alert: 0, acknowledge: 240, mitigate: null, recover: 600 },
      messages: 4,
      report: 'reviews/INC-20250301-01.html',
    });
    expect(world.records.at(-1)?.body).toContain('Drill report INC-20250301-01');
  });

  test('is written without what CloudWatch does not tell', async () => {
    await liveThroughAnOutage();
    world.records.length = 0;
    world.before = (operation) => {
      if (operation === 'history' || operation === 'metrics') {
        throw new Error('broken');
      }
    };
    const { problems } = await invoke();
    expect(keys()).toEqual(FILES);
    expect(problems.map(({ message }) => message)).toContain('alarm history: broken');
  });

  test('is written by a later wake-up when the bucket did not take it', async () => {
    await liveThroughAnOutage();
    world.records.length = 0;
    world.before = (operation) => {
      if (operation === 'record') {
        throw new Error('the bucket is broken');
      }
    };
    const { problems } = await invoke();
    expect(problems.map(({ message }) => message)).toEqual(['review: the bucket is broken']);
    world.before = () => undefined;
    world.wait(5);
    await invoke();
    expect(keys()).toEqual(FILES);
  });

  test('is given up after a day, although nothing else happens', async () => {
    await liveThroughAnOutage();
    world.before = (operation) => {
      if (operation === 'record') {
        throw new Error('NoSuchBucket');
      }
    };
    world.wait(1);
    expect((await invoke()).problems.map(({ message }) => message)).toEqual(['review: NoSuchBucket']);
    world.wait(24 * 60);
    expect((await invoke()).problems).toEqual([]);
    expect((await store.load()).reviews).toEqual([]);
  });
});
