/** An instant of the rehearsal as people read it: `09:06:24 UTC`. */
export const formatWorldTime = (epochMs: number): string =>
  `${new Date(epochMs).toISOString().slice(11, 19)} UTC`;
