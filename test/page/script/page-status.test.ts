import fc from 'fast-check';
import { isOfferDue, isStale, newsOf, timesOf, wordsFor } from '../../../lib/page/script/page-news';
import {
  automaticIn,
  isFresh,
  messageIn,
  type PageStatus,
  parsePageStatus,
  spreadSeconds,
  textOf,
  timeOf,
  updatedMs,
} from '../../../lib/page/script/page-status';
import { shouldProbe } from '../../../lib/page/script/should-probe';
import { formatDistance, formatTime } from '../../../lib/page/script/times';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 2, 10);

const statusOf = (fields: Readonly<Record<string, unknown>>): PageStatus => ({
  x_mode: 'emergency',
  ...fields,
});

describe('page status', () => {
  test.each(['normal', 'degraded', 'maintenance', 'emergency', 'recovering', 'waiting_room'])(
    'knows the mode %s',
    (mode) => {
      expect(parsePageStatus(JSON.stringify({ x_mode: mode }))?.x_mode).toBe(mode);
    },
  );

  test.each([
    '',
    'null',
    '7',
    '"normal"',
    '[]',
    '{}',
    '{"x_mode":"party"}',
    '{"x_mode":"constructor"}',
    '{"x_mode":["normal"]}',
    '{"x_mode":"normal"',
  ])('is undefined when the text is %s', (text) => {
    expect(parsePageStatus(text)).toBeUndefined();
  });

  test.each([undefined, null])('is undefined for %p', (text) => {
    expect(parsePageStatus(text)).toBeUndefined();
  });

  test.each([
    [9_999, true],
    [10_000, true],
    [10_001, false],
  ])('of %d characters is read: %s', (length, read) => {
    const text = '{"x_mode":"normal"}'.replace('}', `,"padding":"${'x'.repeat(length - 32)}"}`);
    expect(text).toHaveLength(length);
    expect(parsePageStatus(text) !== undefined).toBe(read);
  });

  test.each([
    [{ page: { updated_at: '2026-03-02T10:00:00Z' } }, NOW],
    [{ page: { updated_at: 7 } }, Number.NaN],
    [{ page: null }, Number.NaN],
    [{ page: 'now' }, Number.NaN],
    [{}, Number.NaN],
  ])('with %j was written at %d', (fields, expected) => {
    expect(updatedMs(statusOf(fields))).toBe(expected);
  });

  test.each([
    ['2026-03-02T10:00:00Z', NOW],
    ['soon', Number.NaN],
    [NOW, Number.NaN],
    [null, Number.NaN],
  ])('takes the time %p as %d', (value, expected) => {
    expect(timeOf(value)).toBe(expected);
  });

  test.each([
    [15 * MINUTE - 1, true],
    [15 * MINUTE, false],
  ])('that is %d ms old is fresh: %s', (ageMs, fresh) => {
    const updatedAt = new Date(NOW - ageMs).toISOString();
    expect(isFresh(statusOf({ page: { updated_at: updatedAt } }), NOW)).toBe(fresh);
  });

  test('without a time is not fresh', () => {
    expect(isFresh(statusOf({}), NOW)).toBe(false);
  });

  test.each([
    [{ pl: ' Pracujemy. ', en: 'Working.' }, 'Pracujemy.'],
    [{ en: 'Working.' }, ''],
    [{ pl: 7 }, ''],
    [{ pl: ['Pracujemy.'] }, ''],
    [{ pl: '  ' }, ''],
    ['Pracujemy.', ''],
    [null, ''],
    [undefined, ''],
  ])('with the messages %j says in Polish: %j', (messages, expected) => {
    expect(messageIn({ ...statusOf({}), x_messages: messages as never }, 'pl')).toBe(expected);
  });

  test.each([
    [{ pl: ' Naprawiamy. ' }, 'Naprawiamy.'],
    [{ ru: 'Чиним.' }, ''],
    [{ pl: 7 }, ''],
    ['Naprawiamy.', ''],
    [null, ''],
    [undefined, ''],
  ])("has beside a person's words in another language, with %j, in Polish: %j", (automatic, expected) => {
    expect(automaticIn({ ...statusOf({}), x_automatic: automatic as never }, 'pl')).toBe(expected);
  });

  test.each([
    [499, 499],
    [500, 500],
    [501, 500],
  ])('shows of a message of %d characters %d', (length, shown) => {
    expect(messageIn(statusOf({ x_messages: { en: 'x'.repeat(length) } }), 'en')).toHaveLength(shown);
  });

  test.each([
    [undefined, 30],
    [null, 30],
    ['soon', 30],
    ['60', 30],
    [[60], 30],
    [{ valueOf: 1, toString: 2 }, 30],
    [-1, 5],
    [4, 5],
    [5, 5],
    [6, 6],
    [900, 900],
    [901, 900],
    [1e308, 900],
  ])('takes the spread %p as %d seconds', (spread, seconds) => {
    expect(spreadSeconds(statusOf({ x_release: { spread_seconds: spread } }))).toBe(seconds);
  });

  const odd = fc.oneof(
    fc.jsonValue(),
    // What a program that calculates or compares with an object would call.
    fc.dictionary(
      fc.constantFrom('valueOf', 'toString', 'length', '__proto__', 'then', 'en'),
      fc.jsonValue(),
    ),
    fc.constantFrom(1e308, -1e308, -0, '9'.repeat(400), '+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z'),
  );
  const fields = ['updated_at', 'spread_seconds', 'en', 'pl'];
  const nested = fc.oneof(odd, fc.dictionary(fc.constantFrom(...fields), odd));
  const FIELDS = [
    ...['page', 'x_release', 'x_messages', 'x_automatic', 'x_since', 'x_told_at', 'x_next_update_at'],
    ...['x_expected_back_at', 'x_reference', 'x_drill', 'x_until'],
  ];
  const anyStatus = fc.record({
    mode: fc.constantFrom('normal', 'degraded', 'maintenance', 'emergency', 'recovering', 'waiting_room'),
    rest: fc.dictionary(fc.constantFrom(...FIELDS), nested),
  });

  test('can be shown and followed, whatever its fields hold', () => {
    fc.assert(
      fc.property(anyStatus, ({ mode, rest }) => {
        const status = parsePageStatus(JSON.stringify({ ...rest, x_mode: mode }));
        if (!status) {
          return;
        }
        const spread = spreadSeconds(status);
        expect(spread >= 5 && spread <= 900).toBe(true);
        for (const text of [messageIn(status, 'en'), automaticIn(status, 'pl'), textOf(status.x_reference)]) {
          expect(typeof text === 'string' && text.length <= 500).toBe(true);
        }
        expect(wordsFor(status, NOW, true)).toHaveLength(2);
        expect(typeof isStale(status, NOW)).toBe('boolean');
        expect(typeof isOfferDue(status, NOW)).toBe('boolean');
        expect(typeof shouldProbe(status, 4, NOW)).toBe('boolean');
        for (const timeMs of timesOf(newsOf(status), NOW, NOW + spread).filter(Boolean)) {
          expect(formatTime(timeMs, NOW, 'en') + formatDistance(timeMs, NOW, 'en')).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });

  test('is nothing or an object in every text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(['undefined', 'object']).toContain(typeof parsePageStatus(text));
      }),
    );
  });
});
