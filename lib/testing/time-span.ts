import { z } from 'zod';
import { readGiven } from '../rehearsal/run/read-given';
import { known } from '../rehearsal/scenario/schema-parts';

/** A length of time; its parts are added up. */
export interface TimeSpan {
  readonly hours?: number | undefined;
  readonly minutes?: number | undefined;
  readonly seconds?: number | undefined;
}

const part = z.number().min(0).default(0);
const TIME_SPAN = known({ hours: part, minutes: part, seconds: part });

/**
 * @returns whole milliseconds
 * @throws RehearsalError INVALID_OPTION for anything but numbers from 0
 */
export function millisecondsOf(span: TimeSpan, where: string): number {
  const { hours, minutes, seconds } = readGiven(TIME_SPAN, { value: span, where });
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}
