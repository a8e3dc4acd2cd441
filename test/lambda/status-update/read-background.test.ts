import { SETTINGS } from './helpers/settings';
import { STORE_DOWN } from './helpers/symptoms';
import { problemsOf, WokenFunction } from './helpers/woken-function';

const STORE = {
  ...SETTINGS.STORE,
  hostedZoneId: 'Z1',
  platformStatusUrl: 'https://status.example.com/api/v2/summary.json',
};
const fn = new WokenFunction({ ...SETTINGS, STORE });
const SUMMARY = JSON.stringify({
  page: { name: 'Shopify' },
  components: [{ name: 'Checkout', status: 'partial_outage' }],
  incidents: [{ name: 'Checkout errors', created_at: '2025-03-01T09:58:00Z' }],
});

const goDown = () => fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));

describe('the first message of an incident', () => {
  test('says what the platform says of itself, and who changed the zone before', async () => {
    fn.world.platformSummary = SUMMARY;
    fn.world.zoneChanges = [
      { atMs: fn.world.nowMs - 5 * 60_000, records: 2, by: 'arn:aws:sts::1:assumed-role/deploy/ola' },
    ];
    await goDown();
    const [message] = fn.world.messages;
    expect(message?.body).toContain('Platform Shopify says: partial outage since 09:58 UTC (Checkout)');
    expect(message?.body).toMatch(/Changes {2}2 DNS records changed by ola at 2025-03-01 09:55 UTC/);
    expect(JSON.parse(message?.data ?? '').facts).toContainEqual({
      name: 'Platform',
      text: 'Shopify says: partial outage since 09:58 UTC (Checkout)',
    });
  });

  test('has the same severity whatever the platform says', async () => {
    fn.world.platformSummary = JSON.stringify({ page: { name: 'Shopify' }, components: [], incidents: [] });
    await goDown();
    expect(fn.world.subjects).toEqual(['[SEV1] INVESTIGATING store down #01']);
    expect(fn.world.messages[0]?.body).toContain('Platform Shopify says: all is well');
  });

  test.each(['platform', 'zones'] as const)(
    'goes out although %s does not answer, and calls nobody for that',
    async (operation) => {
      fn.world.platformSummary = SUMMARY;
      fn.world.fail(operation);
      const outcome = await goDown();
      expect(problemsOf(outcome)).toEqual([]);
      expect(outcome.warnings).toHaveLength(1);
      expect(fn.world.messages).toHaveLength(1);
    },
  );

  test('is the only one that asks, but for one that says it is back', async () => {
    fn.world.platformSummary = SUMMARY;
    await goDown();
    fn.world.wait(15);
    await fn.invoke();
    expect(fn.world.messages.map(({ body }) => body.includes('Platform'))).toEqual([true, false]);
  });
});
