const MINUTE = 60_000;
/** From so many minutes on distances are told in days, and from so many in hours. */
const DAYS_FROM = 2 * 24 * 60;
const HOURS_FROM = 60;

/** The shopper's own regional form of the page's language, such as `en-GB` for `en`, if it is a language tag at all. */
export const localeFor = (language: string, preferred: readonly string[]): string =>
  preferred.find((tag) => RegExp(`^${language}(-\\w+)*$`).test(tag)) ?? language;

const dayOf = (timeMs: number): string => new Date(timeMs).toDateString();

/**
 * A time of day in the shopper's time zone, with the date when it is not today. French alone has a weekday in e or i and
 * no comma before the day, and calls the first day of a month "1er", which `Intl` does not.
 */
export const formatTime = (timeMs: number, nowMs: number, locale: string): string =>
  new Date(timeMs)
    .toLocaleString(locale, {
      ...(dayOf(timeMs) !== dayOf(nowMs) && { dateStyle: 'full' }),
      timeStyle: 'short',
    })
    .replace(/[ei] 1\b/, '$&er');

/** How far away a time is, in words such as "in 15 minutes"; never in seconds, which would have to be counted down. */
export const formatDistance = (timeMs: number, nowMs: number, locale: string): string => {
  const minutes = (timeMs - nowMs) / MINUTE;
  const [unit, length] = (
    Math.abs(minutes) >= DAYS_FROM
      ? ['day', 24 * 60]
      : Math.abs(minutes) >= HOURS_FROM
        ? ['hour', 60]
        : ['minute', 1]
  ) as [Intl.RelativeTimeFormatUnit, number];
  const count = Math.round(minutes / length);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, count ? unit : 'second');
};
