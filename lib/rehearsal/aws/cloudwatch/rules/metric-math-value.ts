/** The datapoints of some periods, oldest first; undefined where one is missing. */
export type Series = readonly (number | undefined)[];

/** What a part of an expression comes to: a number, a word such as `REPEAT`, a time series, or several of them. */
export type MathValue = number | string | Series | SeriesList;

/** An array of time series, in order, often empty. */
export interface SeriesList {
  readonly list: readonly Series[];
}

export const isList = (value: MathValue): value is SeriesList => typeof value === 'object' && 'list' in value;

export const isSeries = (value: MathValue): value is Series => Array.isArray(value);

/** A value at one period; the same number at all of them. */
export const at = (value: number | Series, index: number): number | undefined =>
  typeof value === 'number' ? value : value[index];

/**
 * Combines values period by period. A missing value counts as 0. Emulation: where every time series lacks one, the
 * result lacks it too.
 *
 * @param combine returns undefined to drop a datapoint
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-functions-list
 */
export function pointwise(
  operands: readonly MathValue[],
  combine: (values: readonly number[]) => number | undefined,
): number | Series | SeriesList {
  if (operands.some((value) => typeof value === 'string')) {
    return refuse('an operation with text', 'metrics and numbers');
  }
  // An operation with an array of time series is done to each of them.
  const [several, ...others] = operands.filter(isList);
  if (others.length > 0) {
    return refuse('an operation with two lists', 'one list, with a metric or a number');
  }
  if (several !== undefined) {
    return {
      list: several.list.map((one) =>
        combined(
          operands.map((value) => (isList(value) ? one : value)),
          combine,
        ),
      ),
    };
  }
  const numbers = operands.filter((value) => typeof value === 'number');
  return numbers.length === operands.length ? (combine(numbers) ?? []) : combined(operands, combine);
}

function combined(
  operands: readonly MathValue[],
  combine: (values: readonly number[]) => number | undefined,
): Series {
  const series = operands.filter(isSeries);
  return (series[0] ?? []).map((_, index) =>
    series.some((one) => one[index] !== undefined)
      ? combine(
          operands.map((value) =>
            typeof value === 'number' ? value : isSeries(value) ? (value[index] ?? 0) : 0,
          ),
        )
      : undefined,
  );
}

/** Rejects a part of an expression. */
export function refuse(got: string, instead: string): never {
  throw new Error(`Metrics: the expression is not modelled, got ${got}; use ${instead}`);
}
