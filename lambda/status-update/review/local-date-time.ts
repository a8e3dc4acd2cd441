/** A moment as customers read it: their own calendar and clock, to the minute. */
export interface LocalDateTime {
  /** `2 March 2025` */
  readonly date: string;
  /** `00:50` */
  readonly time: string;
  readonly timeZone: string;
}

/** English as the emergency page writes it. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB' };

/** French calls the first day of a month "1er", which `Intl` does not. */
const ordinal = (date: string, language: string): string =>
  language === 'fr' ? date.replace(/^1 /, '1er ') : date;

/** A moment in a language and a time zone; in UTC without one, or when this runtime does not know it. */
export function localDateTime(epochMs: number, language: string, timeZone = 'UTC'): LocalDateTime {
  const write = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(LOCALES[language] ?? language, { ...options, timeZone }).format(epochMs);
  try {
    return {
      date: ordinal(write({ dateStyle: 'long' }), language),
      time: write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      timeZone,
    };
  } catch {
    return localDateTime(epochMs, language);
  }
}
