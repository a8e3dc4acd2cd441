import { MINUTE_MS } from '../../kernel/clock/units';

const STEPS_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240];
/** More would touch each other on a telephone. */
const MOST_TICKS = 7;

/** Where an instant lies on the axis, as SVG writes it. */
export const share = (ms: number, endMs: number): string => `${((ms / endMs) * 100).toFixed(1)}%`;

/** A label further to the right would not fit. */
const LAST_LABEL = 0.92;

/** Whole minutes to be labelled, evenly spaced, without the two ends. */
export function ticks(endMs: number): readonly number[] {
  const minutes = endMs / MINUTE_MS;
  const step =
    STEPS_MINUTES.find((candidate) => minutes / candidate <= MOST_TICKS) ?? Math.ceil(minutes / MOST_TICKS);
  const count = Math.floor((minutes * LAST_LABEL) / step);
  return Array.from({ length: count }, (_, index) => (index + 1) * step * MINUTE_MS);
}

/** `5 min` */
export const tickLabel = (ms: number): string => `${ms / MINUTE_MS} min`;
