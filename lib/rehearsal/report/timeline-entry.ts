import type { RehearsalRecord } from '../judge/record';

import type { TimelineKind } from './report-schema';

/** One line of the story. */
export interface TimelineEntry {
  readonly atMs: number;
  /** Where it happened. */
  readonly kind: TimelineKind;
  readonly text: string;
  /** A message in full, as its reader sees it. */
  readonly body?: string;
  /** The same message on channels where it reads differently, such as SMS. @default - it reads alike everywhere */
  readonly otherForms?: readonly MessageForm[];
}

/** What a story is made of. */
export type ToldRecord = Pick<RehearsalRecord, 'events' | 'shoppers'>;

/** A message as it reads on one channel. */
export interface MessageForm {
  /** The protocol, such as `sms`. */
  readonly channel: string;
  readonly body: string;
}
