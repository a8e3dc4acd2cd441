import { HELD_THRESHOLD } from '../../../lambda/status-update/contract/hold';
import type { CheckerObservation } from '../../../lib/operator/verify/inspector';
import { SETTINGS } from '../../lambda/status-update/helpers/settings';
import { DeployedStore } from './helpers/deployed-store';
import { inspectFailover, RESOURCES, sixteen, TEXT_GONE } from './helpers/failover-stack';

const DEPLOYED = SETTINGS.THRESHOLD;
const OLA = 'arn:aws:iam::111122223333:user/ola';

let store: DeployedStore;
/** What the checkers of the endpoint in question see, by its id. */
let seen: Readonly<Record<string, readonly CheckerObservation[]>>;
beforeEach(async () => {
  store = await DeployedStore.start();
  seen = {};
  inspectFailover(store, (id) => seen[id]);
});
afterEach(() => store.close());

describe('understudy failover', () => {
  test('shows which record is answered and why, with the checkers in their own words', async () => {
    seen = { home: sixteen(2) };
    expect(await store.run('failover')).toBe(0);
    expect(store.output).toBe(
      [
        'Route 53 answers origin.shop.example.com with SECONDARY: 1 of 2 endpoints that close the store are healthy, 2 needed.',
        '',
        'shop.example.com home (closes the store): UNHEALTHY, 2 of 16 checkers pass',
        `  14 x ${TEXT_GONE} (region-1, region-2, region-3, region-4, region-5, region-6, region-7)`,
        '  2 x Success: HTTP Status Code 200, OK (region-0)',
        'shop.example.com checkout (closes the store): healthy, 16 of 16 checkers pass',
        '  16 x Success: HTTP Status Code 200, OK (region-0, region-1, region-2, region-3, region-4, region-5, region-6, region-7)',
        'shop.example.com search (only alarms): healthy, 16 of 16 checkers pass',
        '  16 x Success: HTTP Status Code 200, OK (region-0, region-1, region-2, region-3, region-4, region-5, region-6, region-7)',
      ].join('\n'),
    );
  });

  test.each([
    [2, 'SECONDARY'],
    [3, 'PRIMARY'],
  ])('goes by the rule that more than 18 % must pass: %p of 16', async (passing, record) => {
    seen = { home: sixteen(passing) };
    await store.run('failover');
    expect(store.output).toContain(`Route 53 answers origin.shop.example.com with ${record}`);
  });

  test('shows who holds it, until when, and what it would be without', async () => {
    seen = { home: sixteen(0) };
    await store.run('failover', 'hold', 'primary', '--for', '2h', '--yes');
    store.printed.length = 0;
    await store.run('failover');
    expect(store.output).toContain(
      [
        'Route 53 answers origin.shop.example.com with PRIMARY, because it is held there: the health checks decide nothing meanwhile.',
        `Held on PRIMARY by ${OLA} until 2025-03-01 12:00 UTC. "npx understudy failover auto" ends it.`,
        'Without the hold it would be SECONDARY: 1 of 2 endpoints that close the store are healthy, 2 needed.',
      ].join('\n'),
    );
  });

  test('shows a hold also while the function can not be asked, and how it is ended by hand', async () => {
    await store.run('failover', 'hold', 'secondary', '--yes');
    store.functionIsBroken = true;
    store.printed.length = 0;
    expect(await store.run('failover')).toBe(0);
    expect(store.output).toContain('with SECONDARY, because it is held there');
    expect(store.output).toContain('Held by whom and until when is not known: not allowed.');
    expect(store.output).toContain(
      '"aws route53 update-health-check --health-check-id store --health-threshold 2"',
    );
  });

  test('tells a hold that is not in force from one that is', async () => {
    store.world.fail('set switch', 1);
    expect(await store.run('failover', 'hold', 'primary', '--yes')).toBe(1);
    expect(store.output).toContain('Will retry: failover: set switch is broken');
    expect(store.output).toContain('It is not in force yet: it is tried again each minute.');
    store.printed.length = 0;
    await store.run('failover');
    expect(store.output).toContain(
      `A hold on PRIMARY by ${OLA} until 2025-03-01 11:00 UTC is not in force: it is tried each minute.`,
    );
  });

  test('says so when no record fails over yet', async () => {
    store.inspector = {
      ...store.inspector,
      stack: async () => ({ outputs: {}, resources: RESOURCES.slice(0, 4) }),
    };
    await store.run('failover');
    expect(store.output).toContain(
      'No record fails over before the cut-over; Route 53 would answer with PRIMARY: 2 of 2',
    );
  });

  test('fails on a stack that has no such health check, by name', async () => {
    store.inspector = { ...store.inspector, stack: async () => ({ outputs: {}, resources: [] }) };
    expect(await store.run('failover', '--stack', 'Other')).toBe(1);
    expect(store.output).toBe(
      '--stack: has no calculated health check, got "Other"; name a stack of Understudy\'s',
    );
  });
});

describe('understudy failover hold', () => {
  test('shows what it will do and what on-call will read, asks, and does it', async () => {
    expect(await store.run('failover', 'hold', 'primary', '--for', '45m')).toBe(0);
    expect(store.questions).toBe(1);
    expect(store.output).toContain(
      'What it does: Holds shop.example.com on PRIMARY (the store) until 2025-03-01 10:45 UTC, whatever the health checks say.',
    );
    expect(store.output).toContain('[HELD] PRIMARY shop.example.com: held until 2025-03-01 10:45 UTC');
    expect(store.world.failoverSwitch.healthThreshold).toBe(HELD_THRESHOLD.primary);
    expect(store.world.scheduledEnd?.atMs).toBe(Date.parse('2025-03-01T10:45:00Z'));
  });

  test('does nothing when the person says no', async () => {
    store.answer = false;
    expect(await store.run('failover', 'hold', 'secondary')).toBe(1);
    expect(store.world.failoverSwitch.healthThreshold).toBe(DEPLOYED);
    await store.wake();
    expect(store.world.failoverSwitch.healthThreshold).toBe(DEPLOYED);
  });

  test('is thrown although the first answer was lost and the SDK had to ask again', async () => {
    store.answersToLose = 1;
    expect(await store.run('failover', 'hold', 'primary', '--yes')).toBe(0);
    expect(store.world.failoverSwitch.healthThreshold).toBe(HELD_THRESHOLD.primary);
    expect(store.world.messages).toHaveLength(1);
  });

  test('tells a second operator who holds it and until when', async () => {
    await store.run('failover', 'hold', 'secondary', '--yes');
    store.arn = 'arn:aws:iam::111122223333:user/jan';
    expect(await store.run('failover', 'hold', 'primary', '--yes')).toBe(1);
    expect(store.output).toContain(
      `Refused: shop.example.com is held on SECONDARY by ${OLA} until 11:00 UTC; run "npx understudy failover auto" first`,
    );
  });

  test.each([
    ['4m', 2],
    ['5m', 0],
    ['24h', 0],
    ['1440m', 0],
    ['1441m', 2],
    ['25h', 2],
    ['2', 2],
    ['+2h', 2],
    ['1d', 2],
    ['-5m', 2],
  ])('takes --for %s: exit code %p', async (time, code) => {
    expect(await store.run('failover', 'hold', 'primary', `--for=${time}`, '--yes')).toBe(code);
    if (code === 2) {
      expect(store.output).toBe(
        `--for: must be 5m to 24h, got ${JSON.stringify(time)}; write it like 45m or 2h`,
      );
    }
  });

  test.each([
    [['hold', 'standby'], 'failover hold: must be primary or secondary, got ["standby"]; name one'],
    [['hold'], 'failover hold: must be primary or secondary, got []; name one'],
    [
      ['hold', 'primary', 'secondary'],
      'failover hold: must be primary or secondary, got ["primary","secondary"]; name one',
    ],
    [['stop'], 'failover: must be hold or auto, or nothing at all, got "stop"; see --help'],
    [
      ['auto', 'now'],
      "too many arguments for 'auto'. Expected 0 arguments but got 1; see npx understudy failover --help",
    ],
  ])('fails on %p', async (args, message) => {
    expect(await store.run('failover', ...args)).toBe(2);
    expect(store.output).toBe(message);
  });

  test('shows in what other commands say, and in their messages', async () => {
    await store.run('failover', 'hold', 'secondary', '--for', '2h', '--yes');
    await store.goDown();
    store.printed.length = 0;
    await store.run('announce', 'We move to a bigger database', '--yes');
    expect(store.output).toContain(`Held: on SECONDARY by ${OLA} until 2025-03-01 12:00 UTC`);
    expect(store.world.messages.at(-1)?.body.replace(/\s+/g, ' ')).toContain(
      `Held on SECONDARY until 2025-03-01 12:00 UTC (13:00 Europe/Warsaw) by ${OLA}`,
    );
  });
});

describe('understudy failover auto', () => {
  test('gives the failover back at once, and tells on-call', async () => {
    await store.run('failover', 'hold', 'secondary', '--yes');
    expect(await store.run('failover', 'auto', '--yes')).toBe(0);
    expect(store.world.failoverSwitch.healthThreshold).toBe(DEPLOYED);
    expect(store.world.subjects).toEqual([
      '[HELD] SECONDARY held until 2025-03-01 11:00 UTC',
      '[HELD] OVER the health checks decide again',
    ]);
  });

  test('is refused where nothing is held', async () => {
    expect(await store.run('failover', 'auto', '--yes')).toBe(1);
    expect(store.output).toBe('Refused: shop.example.com is not held: its health checks decide already');
  });
});

describe('understudy verify', () => {
  test('names who holds the failover and until when', async () => {
    await store.run('failover', 'hold', 'primary', '--yes');
    store.inspector = {
      ...store.inspector,
      page: async () => ({ status: 503, body: '' }),
      recordSets: async () => [],
      subscribers: async () => [],
    };
    store.printed.length = 0;
    expect(await store.run('verify')).not.toBe(0);
    expect(store.output).toContain(`Held on PRIMARY by ${OLA} until 2025-03-01 11:00 UTC.`);
  });
});
