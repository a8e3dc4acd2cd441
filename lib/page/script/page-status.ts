import { WORDS } from './said';

/** How the store is, in the words of `x_mode`. */
export type PageMode = keyof typeof WORDS;

/** `status.json` with a mode that the page knows, or nothing yet. Nothing else in it has been looked at. */
export interface PageStatus {
  readonly x_mode?: PageMode;
  readonly page?: { readonly updated_at?: unknown } | null;
  readonly x_since?: unknown;
  readonly x_told_at?: unknown;
  readonly x_next_update_at?: unknown;
  readonly x_expected_back_at?: unknown;
  readonly x_reference?: unknown;
  readonly x_drill?: unknown;
  readonly x_messages?: Readonly<Record<string, unknown>> | null;
  /** What the machine says in languages in which `x_messages`, by a person, say nothing. */
  readonly x_automatic?: Readonly<Record<string, unknown>> | null;
  readonly x_release?: { readonly spread_seconds?: unknown } | null;
}

const MAX_LENGTH = 10_000;
const MAX_TEXT_LENGTH = 500;
const DEFAULT_SPREAD_SECONDS = 30;
export const FRESH_FOR_MS = 15 * 60_000;

/** The status in the text of `status.json`; undefined when the text is not one or too long, whatever else it is. */
export const parsePageStatus = (text?: string | null): PageStatus | undefined => {
  try {
    const status = JSON.parse(text?.slice(0, MAX_LENGTH) as string);
    return Object.keys(WORDS).includes(status.x_mode) ? status : undefined;
  } catch {
    return undefined;
  }
};

/** At most 500 characters of a text; empty when the value is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, MAX_TEXT_LENGTH) : '';

/** A time in epoch milliseconds; NaN when the value is none. */
export const timeOf = (value: unknown): number => Date.parse(textOf(value));

/** When the file was written; NaN when it doesn't say. */
export const updatedMs = (status: PageStatus): number => timeOf(status.page?.updated_at);

/** Whether the file was written within the last 15 minutes. */
export const isFresh = (status: PageStatus, nowMs: number): boolean =>
  nowMs - updatedMs(status) < FRESH_FOR_MS;

/** Over how many seconds shoppers are let back in, 5-900; 30 where the status has no number. */
export const spreadSeconds = ({ x_release }: PageStatus): number => {
  const seconds = x_release?.spread_seconds;
  return typeof seconds === 'number' ? Math.min(900, Math.max(5, seconds)) : DEFAULT_SPREAD_SECONDS;
};

/** The news in a language; empty when there is none. */
export const messageIn = (status: PageStatus, language: string): string =>
  textOf(status.x_messages?.[language]);

/** What the machine says beside a person's words in another language; empty when there is nothing. */
export const automaticIn = (status: PageStatus, language: string): string =>
  textOf(status.x_automatic?.[language]);
