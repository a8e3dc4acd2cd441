/**
 * Whether the status of the answer to a probe comes from an open store. A redirect, which the browser reports as 0, and
 * a 404 do: the store decided that. A 429 asks to stay away.
 */
export const isStoreBack = (status: number): boolean => status < 500 && status !== 429;
