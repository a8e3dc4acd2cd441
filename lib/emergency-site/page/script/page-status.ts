/** How the store is, in the words of `x_mode`. */
export type PageMode = 'normal' | 'degraded' | 'maintenance' | 'emergency' | 'recovering';

/** `status.json` with a mode that the page knows. Nothing else in it has been looked at. */
export type PageStatus = Readonly<Record<string, unknown>> & { readonly x_mode: PageMode };

/** A text, and its language when that is not the page's. */
export type Message = readonly [text: string, language: string];

const MODES: readonly unknown[] = ['normal', 'degraded', 'maintenance', 'emergency', 'recovering'];
const MAX_MESSAGE_LENGTH = 500;
const DEFAULT_SPREAD_SECONDS = 30;
const FRESH_FOR_MS = 15 * 60_000;

/** The status in the text of `status.json`; undefined when the text is not one, whatever else it is. */
export const parsePageStatus = (text: string): PageStatus | undefined => {
  try {
    const status = JSON.parse(text);
    return MODES.includes(status.x_mode) ? status : undefined;
  } catch {
    return undefined;
  }
};

/** A time in epoch milliseconds; NaN when the value is none. */
export const timeOf = (value: unknown): number =>
  typeof value === 'string' ? Date.parse(value) : Number.NaN;

/** When the file was written; NaN when it doesn't say. */
export const updatedMs = (status: PageStatus): number => timeOf(Object(status.page).updated_at);

/** Whether the file was written within the last 15 minutes. */
export const isFresh = (status: PageStatus, nowMs: number): boolean =>
  nowMs - updatedMs(status) < FRESH_FOR_MS;

/** Over how many seconds shoppers are let back in, 5-900. */
export const spreadSeconds = (status: PageStatus): number =>
  Math.min(900, Math.max(5, Number(Object(status.x_release).spread_seconds) || DEFAULT_SPREAD_SECONDS));

/** What people wrote, in the first of the languages there is, at most 500 characters of it. */
export const messageOf = (status: PageStatus, languages: readonly string[]): Message | undefined => {
  for (const language of languages) {
    const text = Object(status.x_messages)[language];
    if (typeof text === 'string' && text.trim()) return [text.slice(0, MAX_MESSAGE_LENGTH), language];
  }
  return undefined;
};
