import { milestones } from '../../../../lambda/status-update/review/milestones';
import { NOTE_SENTENCES } from '../../../../lambda/status-update/review/note-sentences';
import { publicNotes } from '../../../../lambda/status-update/review/public-note';
import type { Store } from '../../../../lambda/status-update/settings';
import type { ReviewDue } from '../../../../lambda/status-update/state/review-due';
import { availableLanguages } from '../../../../lib/page/strings/languages';
import { at, simpleEvidence, simpleReviewDue } from '../helpers/reviews';
import { SETTINGS } from '../helpers/settings';

const ALL: Store = { ...SETTINGS.STORE, languages: [...availableLanguages()] };
const SIMPLE = simpleReviewDue({ startedAtMs: at('10:00'), wellSinceMs: at('10:20') });

/** The notes' paragraphs, by heading. */
const notesOf = (due: ReviewDue, store: Store): Map<string, readonly string[]> =>
  new Map(
    publicNotes(due, milestones(due, simpleEvidence(), store), store).map(({ heading, blocks }) => [
      heading,
      blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    ]),
  );

/** The first sentence about an outage between two moments in UTC, in English. */
function whenOf(from: string, to: string, timeZone: string | undefined): string {
  const due = simpleReviewDue({ startedAtMs: Date.parse(from), wellSinceMs: Date.parse(to) });
  const [first = ''] = [...notesOf(due, { ...ALL, timeZone }).values()][0] ?? [];
  return first.replace(/, you could.*/, '');
}

describe('note to customers', () => {
  test.each([
    [
      'on one day here, two days in UTC',
      '2025-03-01T23:50:00Z',
      '2025-03-02T00:20:00Z',
      'Europe/Warsaw',
      'On 2 March 2025, between 00:50 and 01:20 (Europe/Warsaw)',
    ],
    [
      'over midnight here, on one day in UTC',
      '2025-03-01T22:50:00Z',
      '2025-03-01T23:20:00Z',
      'Europe/Warsaw',
      'Between 1 March 2025, 23:50, and 2 March 2025, 00:20 (Europe/Warsaw)',
    ],
    [
      'longer than a day',
      '2025-03-01T10:00:00Z',
      '2025-03-02T12:00:00Z',
      undefined,
      'Between 1 March 2025, 10:00, and 2 March 2025, 12:00 (UTC)',
    ],
    [
      'in a zone that nobody knows',
      '2025-03-01T10:00:00Z',
      '2025-03-01T12:00:00Z',
      'Mars/Olympus',
      'On 1 March 2025, between 10:00 and 12:00 (UTC)',
    ],
  ])('has the right days: %s', (_what, from, to, timeZone, note) => {
    expect(whenOf(from, to, timeZone)).toBe(note);
  });

  test('apologises, thanks, and says how to redeem a compensation, whom to write to and where to give feedback', () => {
    const notes = notesOf(SIMPLE, { ...ALL, feedbackUrl: 'https://feedback.example.net/' });
    expect(notes.get('Draft of a note to customers')).toEqual([
      'On 1 March 2025, between 11:00 and 11:20 (Europe/Warsaw), you could not use our store. We are sorry about ' +
        'this. Thank you for your patience.',
      'What happened: […]',
      'What we are doing so that it does not happen again: […]',
      'To make up for it, we would like to offer you […]. How to redeem it: […]. Valid until […].',
      'If an order or a payment looks wrong, please write to us: we will put it right.',
      'Tell us how we did: https://feedback.example.net/',
      'Example Shop',
    ]);
  });

  test.each([
    [
      'fr',
      'Le 1er mars 2025, entre 11:00 et 11:20 (Europe/Warsaw), vous n’avez pas pu utiliser notre boutique. ',
    ],
    [
      'pl',
      '1 marca 2025 w godzinach 11:00–11:20 (Europe/Warsaw) nie można było korzystać z naszego sklepu. ',
    ],
    ['ru', '1 марта 2025 г. с 11:00 до 11:20 (Europe/Warsaw) наш магазин был недоступен. '],
    ['zh-Hans', '2025年3月1日 11:00 至 11:20（Europe/Warsaw），本店无法使用。'],
    ['zh-Hant', '2025年3月1日 11:00 至 11:20（Europe/Warsaw），本店無法使用。'],
  ])('is there in %s, with dates as they are written there', (language, first) => {
    const [text] = notesOf(SIMPLE, ALL).get(`Draft of a note to customers: ${language}`) ?? [];
    expect(text?.startsWith(first)).toBe(true);
  });

  test.each([
    [
      ['en', 'pl'],
      ['', ': pl'],
    ],
    [['pl'], ['', ': pl']],
    [['xx'], ['']],
    [undefined, ['', ': fr', ': pl', ': ru', ': zh-Hans', ': zh-Hant']],
  ])(
    'of a store with the languages %j is there in English and in each that has sentences',
    (languages, ends) => {
      const headings = [...notesOf(SIMPLE, { ...ALL, languages }).keys()];
      expect(headings).toEqual(ends.map((end) => `Draft of a note to customers${end}`));
    },
  );

  test('has no value left out in any language, on one day or two, whatever it was', () => {
    const across = simpleReviewDue({ startedAtMs: at('10:00'), wellSinceMs: at('23:30') });
    for (const due of [SIMPLE, across]) {
      for (const kind of ['store-down', 'edge-outage', 'endpoint-down', 'edge-errors', 'slow'] as const) {
        const texts = [...notesOf({ ...due, scope: { kind, labels: [] } }, ALL).values()].flat();
        expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
      }
    }
  });

  test('exists in every language of the emergency page, with the same values and gaps', () => {
    expect(Object.keys(NOTE_SENTENCES)).toEqual(availableLanguages());
    const marksOf = (text: string) => [...text.matchAll(/\{\w+\}|\[…\]/g)].map(String).sort();
    const { met: _, ...english } = NOTE_SENTENCES['en'] ?? {};
    for (const sentences of Object.values(NOTE_SENTENCES)) {
      for (const [key, text] of Object.entries(english)) {
        expect(marksOf(String(sentences[key as keyof typeof english]))).toEqual(marksOf(String(text)));
      }
    }
  });
});
