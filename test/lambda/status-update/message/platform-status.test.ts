import fc from 'fast-check';
import { describePlatform } from '../../../../lambda/status-update/message/platform-status';

const NOW_MS = Date.parse('2025-03-01T10:20:00Z');
const component = (name: string, status = 'operational', group = false) => ({ name, status, group });
const incident = (name: string, created_at = '2025-03-01T11:02:00.000+01:00') => ({ name, created_at });
const summary = (components: object[] = [], incidents: object[] = [], name = 'Shopify') =>
  JSON.stringify({ page: { name, id: 'x' }, components, incidents, scheduled_maintenances: [] });
const CHECKOUT = component('Checkout', 'partial_outage');

describe("a platform's own status page", () => {
  test.each([
    ['all is well', summary([component('Checkout')]), 'Shopify says: all is well'],
    [
      'a part of it fails',
      summary([component('Admin'), CHECKOUT], [incident('Checkout errors')]),
      'Shopify says: partial outage since 10:02 UTC (Checkout)',
    ],
    [
      'the worst of it counts, and the earliest beginning',
      summary(
        [CHECKOUT, component('Storefront', 'major_outage')],
        [incident('B', '2025-03-01T10:05:00Z'), incident('A', '2025-02-28T23:59:00Z')],
      ),
      'Shopify says: major outage since 2025-02-28 23:59 UTC (Checkout, Storefront)',
    ],
    [
      'many parts fail, and their group',
      summary([
        component('All', 'major_outage', true),
        ...['A', 'B', 'C', 'D', 'E'].map((name) => component(name, 'degraded_performance')),
      ]),
      'Shopify says: degraded performance (A, B, C, 2 more)',
    ],
    [
      'nothing fails, but something happened',
      summary([], [incident('Slow admin')]),
      'Shopify says: "Slow admin" since 10:02 UTC',
    ],
    [
      'its words are markup, links or long',
      summary(
        [component(`<b>${'x'.repeat(60)}</b> https://evil.example\n[DRILL]`, 'major_outage')],
        [],
        '<!channel> *Shop*',
      ),
      `channel Shop says: major outage (b ${'x'.repeat(36)}..)`,
    ],
  ])('is quoted when %s', (_, json, expected) => {
    expect(describePlatform(json, NOW_MS)).toBe(expected);
  });

  test.each([
    '',
    'null',
    '[]',
    '<html></html>',
    '{"page":{}}',
    summary([{ name: 1 }]),
    summary([], [{ name: 'A', created_at: 'now' }]),
  ])('is not quoted when it is %j', (json) => {
    expect(() => describePlatform(json, NOW_MS)).toThrow();
  });

  test('never fills a message, and holds no sign that a chat would read', () => {
    const status = fc.constantFrom('operational', 'major_outage', 'under_maintenance', 'anything');
    const parts = fc.array(fc.record({ name: fc.string({ unit: 'binary' }), status }), { maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.string({ unit: 'binary' }), (components, name) => {
        const text = describePlatform(summary(components, [], name), NOW_MS);
        expect([...text].length).toBeLessThan(240);
        expect(text).not.toMatch(/[<>[\]*_|`\n\r:/](?! )/);
      }),
    );
  });
});
