import { at, isList, isSeries, type MathValue, pointwise, refuse, type Series } from './metric-math-value';

/** What functions may ask for besides their arguments. */
export interface MathMetrics {
  /** The metrics, expressions left out, in order. */
  readonly metrics: readonly { readonly id: string; readonly series: Series }[];
  /** How long a period is, in seconds, and how many there are. */
  readonly periodSeconds: number;
  readonly count: number;
}

type MathFunction = (given: readonly MathValue[], world: MathMetrics) => MathValue;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const rounding =
  (round: (value: number) => number): MathFunction =>
  ([value = '']) =>
    pointwise([value], ([one = 0]) => round(one));

/** @param combine gets the values that exist, and how many there could be */
const overList =
  (combine: (values: readonly number[], all: number) => number): MathFunction =>
  ([value = ''], { count }) => {
    // Of one time series this would be a number, which AWS advises against in alarms.
    if (!isList(value)) {
      return refuse('one metric', 'SUM, AVG, MIN and MAX of a list such as [m1, m2] or METRICS()');
    }
    return Array.from({ length: count }, (_, index) => {
      const values = value.list.map((series) => series[index]).filter((one) => one !== undefined);
      return values.length === 0 ? undefined : combine(values, value.list.length);
    });
  };

/**
 * The functions of metric math that a rehearsal knows.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-functions-list
 */
export const MATH_FUNCTIONS: Readonly<Record<string, MathFunction>> = {
  ABS: rounding(Math.abs),
  CEIL: rounding(Math.ceil),
  FLOOR: rounding(Math.floor),
  SUM: overList(sum),
  // The average counts missing values as 0.
  AVG: overList((values, all) => sum(values) / all),
  MIN: overList((values) => Math.min(...values)),
  MAX: overList((values) => Math.max(...values)),
  // METRICS() is every metric, METRICS("errors") those with that text in their ids; expressions are not included.
  METRICS: ([part = ''], { metrics }) => ({
    list: metrics.filter(({ id }) => id.includes(String(part))).map(({ series }) => series),
  }),
  PERIOD: (_, { periodSeconds }) => periodSeconds,
  FILL: ([filled = '', filler = '']) => {
    if (isList(filled)) {
      return { list: filled.list.map((series) => fill(series, filler)) };
    }
    return isSeries(filled) ? fill(filled, filler) : refuse(`FILL of ${filled}`, 'a metric');
  },
  IF: ([condition = '', yes = '', no], { count }) => {
    if (!isPlain(condition) || !isPlain(yes) || (no !== undefined && !isPlain(no))) {
      return refuse('IF of a list', 'metrics and numbers');
    }
    return conditional({ condition, yes, no, count });
  },
};

const isPlain = (value: MathValue): value is number | Series => typeof value === 'number' || isSeries(value);

// Missing values get a number, another series' value, or the latest one before. Emulation: no interpolation.
function fill(series: Series, filler: MathValue): Series {
  if (filler === 'REPEAT') {
    let latest: number | undefined;
    return series.map((value) => (latest = value ?? latest));
  }
  if (!isPlain(filler)) {
    return refuse(`FILL with ${filler}`, 'a number, a metric or REPEAT');
  }
  return series.map((value, index) => value ?? at(filler, index));
}

interface Conditional {
  readonly condition: number | Series;
  readonly yes: number | Series;
  readonly no: number | Series | undefined;
  readonly count: number;
}

// Any value but 0 is true. The datapoint is dropped where the condition is missing, and where it is false and nothing
// is said for that. Where the chosen side is missing it is 0, unless the true side or the condition is a number.
function conditional({ condition, yes, no, count }: Conditional): Series {
  const missing = typeof condition === 'number' || typeof yes === 'number' ? undefined : 0;
  return Array.from({ length: count }, (_, index) => {
    const decides = at(condition, index);
    if (decides === undefined) {
      return undefined;
    }
    const chosen = decides === 0 ? no : yes;
    return chosen === undefined ? undefined : (at(chosen, index) ?? missing);
  });
}
