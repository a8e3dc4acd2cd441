/** `{ endsAtMs: 0 }` as `{ endsAt: "1970-01-01T00:00:00.000Z" }`: JSON of commands has times as people read them, too. */
export function timed(value: object | undefined): Readonly<Record<string, unknown>> | undefined {
  return value && Object.fromEntries(Object.entries(value).map(timedEntry));
}

function timedEntry([key, value]: [string, unknown]): [string, unknown] {
  return key.endsWith('Ms') && typeof value === 'number'
    ? [key.slice(0, -2), new Date(value).toISOString()]
    : [key.replace(/Ms$/, ''), value];
}
