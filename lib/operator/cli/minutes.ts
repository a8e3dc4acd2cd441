import { CliError } from '../../command-line/cli-error';

/** The least and the most of a length of time, in minutes, both allowed. */
export interface MinuteRange {
  readonly min: number;
  /** In whole hours. */
  readonly max: number;
}

/** A length of time as people type it, in minutes: `45m`, `2h`. @throws CliError */
export function readMinutes(option: string, text: string, { min, max }: MinuteRange): number {
  const [, amount, unit] = /^(\d{1,5})(m|h)$/.exec(text) ?? [];
  const minutes = Number(amount) * (unit === 'h' ? 60 : 1);
  if (amount === undefined || minutes < min || minutes > max) {
    throw new CliError(
      `${option}: must be ${min}m to ${max / 60}h, got ${JSON.stringify(text)}; write it like 45m or 2h`,
    );
  }
  return minutes;
}
