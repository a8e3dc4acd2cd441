import fc from 'fast-check';
import { SessionBook } from '../../../../lib/rehearsal/play/shoppers/session-book';
import { MADE_FOR_HEADER, sessionCookie } from '../../../../lib/rehearsal/play/store/session-cookie';

const begins = (session: string) => ({ status: 200, headers: { 'set-cookie': sessionCookie(session) } });
const pageFor = (session: string) => ({ status: 200, headers: { [MADE_FOR_HEADER]: session } });

describe("a shopper's session", () => {
  test('is their own when the store begins it for them', () => {
    expect(new SessionBook().take(undefined, begins('a'))).toMatchObject({ session: 'a', isAnothers: false });
  });

  test("is another's when somebody had it before", () => {
    const book = new SessionBook();
    book.take(undefined, begins('a'));
    expect(book.take(undefined, begins('a'))).toMatchObject({ session: 'a', isAnothers: true });
  });

  test('is their own when they get it again themselves', () => {
    const book = new SessionBook();
    book.take(undefined, begins('a'));
    expect(book.take('a', begins('a'))).toMatchObject({ session: 'a', isAnothers: false });
  });

  test.each([
    ['a', 'a', false],
    ['a', 'b', true],
    [undefined, 'b', true],
  ])('%s, with a page made for %s', (held, madeFor, isAnothers) => {
    expect(new SessionBook().take(held, pageFor(madeFor))).toMatchObject({ session: held, isAnothers });
  });

  test('stays as it is with an answer that knows nobody', () => {
    expect(new SessionBook().take('a', { status: 200, headers: {} })).toMatchObject({
      session: 'a',
      isAnothers: false,
    });
  });

  const cookie = { 'set-cookie': sessionCookie('b') };
  test.each<[string, string | undefined, number, Record<string, string>, boolean]>([
    ['with the basket that they have', 'a', 303, { [MADE_FOR_HEADER]: 'a' }, false],
    ['with a new basket, for there was none', undefined, 303, cookie, false],
    ['in a basket of its own, as if they had none', 'a', 303, cookie, true],
    ["in another's basket", 'a', 303, { [MADE_FOR_HEADER]: 'b' }, true],
    ['and nobody hears of its cookie', undefined, 303, {}, true],
    ['not at all', 'a', 503, {}, false],
  ])('is lost when the store takes their form, but not theirs: %s', (_how, held, status, headers, isLost) => {
    expect(new SessionBook().take(held, { status, headers }, true)).toMatchObject({ isLost });
    expect(new SessionBook().take(held, { status, headers })).toMatchObject({ isLost: false });
  });

  test("is another's for all but one of those who get the same, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (given) => {
        const book = new SessionBook();
        const shared = given.filter((session) => book.take(undefined, begins(session)).isAnothers);
        expect(shared.length).toBe(given.length - new Set(given).size);
      }),
    );
  });
});
