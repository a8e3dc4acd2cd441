/** What the page takes from `status.json`. Everything else in the file is ignored. */
export interface PageStatus {
  readonly mode: PageMode;
  /** When the file was written; undefined when it doesn't say. */
  readonly updatedMs?: number;
  readonly sinceMs?: number;
  readonly nextUpdateMs?: number;
  /** Plain text, at most 500 characters. */
  readonly message?: string;
  /** The message's language when it is not the page's. */
  readonly messageLanguage?: string;
  /** Over how many seconds shoppers are let back in, 5-900. */
  readonly spreadSeconds: number;
}

/** How the store is, in the words of `x_mode`. */
export type PageMode = 'normal' | 'degraded' | 'emergency';

type Fields = Readonly<Record<string, unknown>>;

const MODES: readonly unknown[] = ['normal', 'degraded', 'emergency'];
const FALLBACK_LANGUAGE = 'en';
const MAX_MESSAGE_LENGTH = 500;
const DEFAULT_SPREAD_SECONDS = 30;
const isMode = (value: unknown): value is PageMode => MODES.includes(value);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, MAX_MESSAGE_LENGTH) : undefined;

const timeOf = (value: unknown): number | undefined => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
};

const spreadOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(900, Math.max(5, value))
    : DEFAULT_SPREAD_SECONDS;

const messageIn = (messages: Fields, language: string): Pick<PageStatus, 'message' | 'messageLanguage'> => {
  const own = textOf(messages[language]);
  if (own) return { message: own };
  const fallback = textOf(messages[FALLBACK_LANGUAGE]);
  return fallback ? { message: fallback, messageLanguage: FALLBACK_LANGUAGE } : {};
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The status in the text of `status.json`; undefined when the text is not one, whatever else it is. */
export const parsePageStatus = (text: string, language: string): PageStatus | undefined => {
  const fields = fieldsOf(parseJson(text));
  if (!isMode(fields.x_mode)) return undefined;
  return {
    mode: fields.x_mode,
    updatedMs: timeOf(fieldsOf(fields.page).updated_at),
    sinceMs: timeOf(fields.x_since),
    nextUpdateMs: timeOf(fields.x_next_update_at),
    spreadSeconds: spreadOf(fieldsOf(fields.x_release).spread_seconds),
    ...messageIn(fieldsOf(fields.x_messages), language),
  };
};
