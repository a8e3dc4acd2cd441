import fc from 'fast-check';
import { cookieOf, sessionCookie, sessionIn } from '../../../../lib/rehearsal/play/store/session-cookie';

describe('session cookie', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['lang=en', undefined],
    ['mysession=a', undefined],
    ['session=a', 'a'],
    ['session=a; lang=en', 'a'],
    ['lang=en; session=a', 'a'],
    ['mysession=b; session=a; x=y', 'a'],
  ])('in %s is %s', (header, session) => {
    expect(sessionIn(header)).toBe(session);
  });

  test('is the same in what the store sets and in what the browser sends', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.-]+$/), (session) => {
        expect(sessionIn(sessionCookie(session))).toBe(session);
        expect(sessionIn(cookieOf(session))).toBe(session);
      }),
    );
  });
});
