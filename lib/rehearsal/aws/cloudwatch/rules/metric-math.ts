import type { MathNode } from './metric-math-expression';
import { MATH_FUNCTIONS, type MathMetrics } from './metric-math-functions';
import type { MathOperator } from './metric-math-tokens';
import { isList, isSeries, type MathValue, pointwise, refuse, type Series } from './metric-math-value';

/** What an expression may refer to, all over the same periods. */
export interface MathInput extends MathMetrics {
  /** A metric or another expression, by id. @returns undefined for an id that nothing has */
  readonly seriesOf: (id: string) => Series | undefined;
}

const WORDS: readonly string[] = ['REPEAT'];

/**
 * Computes the time series of an expression. Emulation: operators, `IF`, `FILL` (not `LINEAR`), `SUM`, `AVG`, `MIN` and
 * `MAX` of a list, `METRICS`, `ABS`, `CEIL`, `FLOOR` and `PERIOD` are modelled, other functions are not.
 *
 * @throws Error for anything else, quoting it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax
 */
export function metricMath(expression: MathNode, input: MathInput): Series {
  const value = evaluate(expression, input);
  // An alarm watches one time series.
  if (isSeries(value)) {
    return value;
  }
  return refuse(
    isList(value) ? 'several time series' : String(value),
    'an expression that comes to one time series',
  );
}

function evaluate(node: MathNode, input: MathInput): MathValue {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'text':
      return node.text;
    case 'name':
      return WORDS.includes(node.name)
        ? node.name
        : (input.seriesOf(node.name) ?? refuse(node.name, 'the id of a metric or an expression'));
    case 'list':
      return { list: node.items.flatMap((item) => listed(evaluate(item, input))) };
    case 'minus':
      return pointwise([evaluate(node.operand, input)], ([value = 0]) => -value);
    case 'operator': {
      const operands = [evaluate(node.left, input), evaluate(node.right, input)];
      return pointwise(operands, ([left = 0, right = 0]) => OPERATORS[node.operator](left, right));
    }
    case 'call': {
      const given = node.given.map((one) => evaluate(one, input));
      const known = Object.hasOwn(MATH_FUNCTIONS, node.name) ? MATH_FUNCTIONS[node.name] : undefined;
      return known?.(given, input) ?? refuse(node.name, Object.keys(MATH_FUNCTIONS).join(', '));
    }
  }
}

const listed = (value: MathValue): readonly Series[] =>
  isList(value) ? value.list : isSeries(value) ? [value] : refuse(String(value), 'metrics in a list');

const OPERATORS: Readonly<Record<MathOperator, (left: number, right: number) => number | undefined>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  // Where it would divide by zero the datapoint is dropped.
  '/': (left, right) => (right === 0 ? undefined : left / right),
  '^': (left, right) => left ** right,
  // Comparisons and logic come to 1 or 0.
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '<=': (left, right) => Number(left <= right),
  '>=': (left, right) => Number(left >= right),
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  AND: (left, right) => Number(left !== 0 && right !== 0),
  OR: (left, right) => Number(left !== 0 || right !== 0),
};
