import fc from 'fast-check';
import { historyAtom } from '../../../../lambda/status-update/site/history-feed';
import { SETTINGS } from '../helpers/settings';
import { simpleState, simpleUpdate } from '../helpers/states';

const NOW = Date.parse('2025-03-01T10:20:00Z');
const feedOf = (...history: ReturnType<typeof simpleUpdate>[]) =>
  historyAtom(simpleState({ history }), SETTINGS.STORE, NOW);

describe('history.atom', () => {
  test('has one entry per update, each with an id of its own', () => {
    expect(feedOf(simpleUpdate({ sequence: 2, status: 'monitoring' }), simpleUpdate())).toBe(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        '<id>https://shop.example.com/</id>',
        '<title>Example Shop status</title>',
        '<updated>2025-03-01T10:00:00.000Z</updated>',
        '<author><name>Example Shop</name></author>',
        '<link href="https://shop.example.com/"/>',
        '<link rel="self" type="application/atom+xml" href="history.atom"/>',
        '<entry><id>tag:shop.example.com,2025:INC-20250301-07/2</id><title>[Monitoring] Store unavailable</title>' +
          '<updated>2025-03-01T10:00:00.000Z</updated><content type="text">Our store is open again. We are ' +
          'keeping an eye on it.\n[pl] Nasz sklep jest znów otwarty. Nadal nad nim czuwamy.</content></entry>',
        '<entry><id>tag:shop.example.com,2025:INC-20250301-07/1</id><title>[Investigating] Store unavailable</title>' +
          '<updated>2025-03-01T10:00:00.000Z</updated><content type="text">Our store is closed for now. ' +
          'Our team has been alerted.\n[pl] Nasz sklep jest chwilowo zamknięty. Nasz zespół został powiadomiony.</content></entry>',
        '</feed>',
        '',
      ].join('\n'),
    );
  });

  test('says of an exercise that it is one', () => {
    expect(feedOf(simpleUpdate({ drill: true }))).toContain(
      '<title>[Investigating] [DRILL] Store unavailable</title>',
    );
  });

  test('names the phases of maintenance', () => {
    const update = simpleUpdate({ subjectId: 'MNT-20250301-01', kind: 'maintenance', status: 'in_progress' });
    expect(feedOf(update)).toContain('<title>[In progress] Planned maintenance</title>');
  });

  test("carries a person's words as text, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), (en) => {
        const feed = feedOf(simpleUpdate({ texts: { en } }));
        const [, text = ''] = /<content type="text">([^<]*)<\/content>/.exec(feed) ?? [];
        expect(text).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
        expect(unescaped(text)).toBe(
          en.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''),
        );
      }),
    );
  });

  test('fails when an entry would have no valid id', () => {
    expect(() => feedOf(simpleUpdate({ subjectId: 'my incident' }))).toThrow(/id/);
  });
});

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
