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

/** `the delay of a Route 53 metric on its way to CloudWatch (0 s to 180 s, taken as 30 s)` */
export function describeUnknown(name: UnknownName): string {
  const { what, least, most, default: taken } = unknownOf(name);
  const [from, to, usual] = [least, most, taken].map((value) => formatUnknown(name, value));
  return `${what} (${from} to ${to}, taken as ${usual})`;
}

/** `382.0 s should the delay of a Route 53 metric on its way to CloudWatch be 180 s (AWS does not tell; taken as 30 s)` */
export function formatExposure({ unknown, mayReach, at }: ReportExposure): string {
  const { what, default: taken } = unknownOf(unknown);
  const [end, usual] = [at, taken].map((value) => formatUnknown(unknown, value));
  return `${(mayReach / 1000).toFixed(1)} s should ${what} be ${end} (AWS does not tell; taken as ${usual})`;
}

/** `from 159 s on nothing keeps this promise`; undefined where luck may. */
export const formatImpossible = ({ unknown, missesFrom }: ReportExposure): string | undefined =>
  missesFrom === null
    ? undefined
    : `from ${formatUnknown(unknown, missesFrom)} on nothing keeps this promise`;
