/**
 * Whether the answer to a probe comes from an open store. A redirect, which the browser reports as
 * `opaqueredirect` without its status, and a 404 do: the store decided that. A 429 asks to stay away.
 */
export const isStoreBack = (answer: { readonly type: string; readonly status: number }): boolean =>
  answer.type === 'opaqueredirect' || (answer.status >= 200 && answer.status < 500 && answer.status !== 429);
