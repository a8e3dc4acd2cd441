/** Browsers may report what is no language tag, such as `en-US@posix`. */
const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
};

/** The shopper's own regional form of the page's language, such as `en-GB` for `en`. */
export const localeFor = (language: string, preferred: readonly string[]): string =>
  preferred.find((tag) => (tag === language || tag.startsWith(`${language}-`)) && isLocale(tag)) ?? language;

/** A time of day in the shopper's time zone, with the date when it is not today. */
export const formatTime = (timeMs: number, nowMs: number, locale: string): string => {
  const day = (ms: number): string => new Date(ms).toDateString();
  const sameDay = day(timeMs) === day(nowMs);
  return new Intl.DateTimeFormat(locale, {
    ...(sameDay ? {} : { weekday: 'long', day: 'numeric', month: 'long' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(timeMs);
};
