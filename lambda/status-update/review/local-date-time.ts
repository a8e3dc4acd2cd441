/** A moment as customers read it: their own calendar and clock, to the minute. */
export interface LocalDateTime {
  /** `2025-03-02` */
  readonly date: string;
  /** `00:50` */
  readonly time: string;
  readonly timeZone: string;
}

/** A moment in a time zone; in UTC without one, or when this runtime does not know it. */
export function localDateTime(epochMs: number, timeZone = 'UTC'): LocalDateTime {
  try {
    // Sweden writes dates as ISO 8601 does.
    const options = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
    const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', options).format(epochMs).split(' ');
    return { date, time, timeZone };
  } catch {
    return localDateTime(epochMs);
  }
}
