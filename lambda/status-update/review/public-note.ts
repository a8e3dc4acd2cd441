import { type Block, paragraph, type Section } from '../../document/document';
import { DEFAULT_LANGUAGE } from '../contract/texts';
import type { Store } from '../settings';
import type { ReviewDue } from '../state/review-due';
import type { Milestones } from './milestones';
import { NOTE_SENTENCES, type NoteSentences } from './note-sentences';

const HEADING = 'Draft of a note to customers';

/**
 * Drafts for customers, in English and in each other language of the emergency page: what happened when, an apology and
 * thanks, and gaps for what only people know.
 */
export function publicNotes(due: ReviewDue, times: Milestones, store: Store): readonly Section[] {
  const { languages = Object.keys(NOTE_SENTENCES) } = store;
  const others = languages.filter((language) => language !== DEFAULT_LANGUAGE && language in NOTE_SENTENCES);
  return [
    {
      heading: HEADING,
      blocks: publicNote(DEFAULT_LANGUAGE, due, { times, store }),
    },
    ...others.map((language) => ({
      heading: `${HEADING}: ${language}`,
      blocks: publicNote(language, due, { times, store }),
    })),
  ];
}

function publicNote(
  language: string,
  { scope }: ReviewDue,
  { times, store }: { readonly times: Milestones; readonly store: Store },
): readonly Block[] {
  const sentences = NOTE_SENTENCES[language];
  if (sentences === undefined) {
    return [];
  }
  const { met, sorry, happened, prevented, compensation, orders, feedback } = sentences;
  return [
    `${between(times, sentences, { language, zone: store.timeZone })}${met[scope.kind === 'on-standby' ? 'edge-errors' : scope.kind]}${sorry}`,
    happened,
    prevented,
    compensation,
    orders,
    filled(feedback, { url: store.feedbackUrl ?? '[…]' }),
    store.storeName,
  ].map(paragraph);
}

/** Both ends by the store's own calendar: around midnight it is another day than in UTC. */
function between(
  { beganMs, recoveredMs }: Milestones,
  { within, across }: NoteSentences,
  { language, zone }: { readonly language: string; readonly zone: string | undefined },
): string {
  const at = (epochMs: number): LocalDateTime => localDateTime(epochMs, language, zone);
  const [from, to] = [at(beganMs), at(recoveredMs)];
  return filled(from.date === to.date ? within : across, {
    date: from.date,
    from: from.time,
    untilDate: to.date,
    to: to.time,
    zone: from.timeZone,
  });
}

const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** A moment as customers read it: their own calendar and clock, to the minute. */
interface LocalDateTime {
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
function localDateTime(epochMs: number, language: string, timeZone = 'UTC'): LocalDateTime {
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
