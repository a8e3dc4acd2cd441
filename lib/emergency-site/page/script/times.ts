const MINUTE = 60_000;

/** The shopper's own regional form of the page's language, such as `en-GB` for `en`, if it is a language tag at all. */
export const localeFor = (language: string, preferred: readonly string[]): string =>
  preferred.find((tag) => RegExp(`^${language}(-\\w+)*$`).test(tag)) ?? language;

const dayOf = (timeMs: number): string => new Date(timeMs).toDateString();

/** A time of day in the shopper's time zone, with the date when it is not today. */
export const formatTime = (timeMs: number, nowMs: number, locale: string): string =>
  new Date(timeMs).toLocaleString(locale, {
    ...(dayOf(timeMs) !== dayOf(nowMs) && { dateStyle: 'full' }),
    timeStyle: 'short',
  });

/** How far away a time is, in words such as "in 15 minutes"; never in seconds, which would have to be counted down. */
export const formatDistance = (timeMs: number, nowMs: number, locale: string): string => {
  const minutes = (timeMs - nowMs) / MINUTE;
  const hours = Math.abs(minutes) >= 60;
  const count = Math.round(hours ? minutes / 60 : minutes);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    count,
    hours ? 'hour' : count ? 'minute' : 'second',
  );
};
