import { type UnknownName, unknownOf } from '../unknowns/unknowns';
import type { ReportExposure } from './report-schema';

/** A value of an unknown: `120 s`, `0.5 s`, or a number alone where its name says what is counted. */
export function formatUnknown(name: UnknownName, value: number): string {
  const { unit } = unknownOf(name);
  switch (unit) {
    case 'ms':
      return `${Number((value / 1000).toFixed(1))} s`;
    case 's':
      return `${value} s`;
    default:
      return String(value);
  }
}

/** `the delay of Route 53 metrics (0 s to 180 s, taken as 30 s)` */
export function describeUnknown(name: UnknownName): string {
  const { what, least, most, default: taken } = unknownOf(name);
  const [from, to, usual] = [least, most, taken].map((value) => formatUnknown(name, value));
  return `${what} (${from} to ${to}, taken as ${usual})`;
}

/** `382.0 s if the delay of Route 53 metrics is 180 s, not 30 s` */
export function formatExposure({ unknown, mayReach, at }: ReportExposure): string {
  const { what, default: taken } = unknownOf(unknown);
  const [end, usual] = [at, taken].map((value) => formatUnknown(unknown, value));
  return `${(mayReach / 1000).toFixed(1)} s if ${what} is ${end}, not ${usual}`;
}

/** `impossible from 159 s on`: nothing keeps the promise then. Undefined where luck may. */
export const formatImpossible = ({ unknown, missesFrom }: ReportExposure): string | undefined =>
  missesFrom === null ? undefined : `impossible from ${formatUnknown(unknown, missesFrom)} on`;
