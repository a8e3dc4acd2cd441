/** As most platforms have it: one cookie, for every path, that no script reads. */
const NAME = 'session=';

/** The `Set-Cookie` with which the store begins a session. */
export const sessionCookie = (session: string): string =>
  `${NAME}${session}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** The `Cookie` with which a browser goes on with a session. */
export const cookieOf = (session: string): string => `${NAME}${session}`;

/** The session in a `Cookie` or a `Set-Cookie`; undefined where there is none. */
export function sessionIn(header: string | undefined): string | undefined {
  if (header === undefined) {
    return undefined;
  }
  const start = header.startsWith(NAME) ? 0 : header.indexOf(` ${NAME}`) + 1;
  if (start === 0 && !header.startsWith(NAME)) {
    return undefined;
  }
  const end = header.indexOf(';', start);
  return header.slice(start + NAME.length, end < 0 ? undefined : end);
}

/**
 * Marks a page with a basket, and the answer to a form, by the session that it was made for: so that another shopper who gets it
 * is noticed, and a form that got to the store without its cookie.
 */
export const MADE_FOR_HEADER = 'x-rehearsal-made-for';
