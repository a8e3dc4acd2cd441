import { isOperator, type MathLeaf, type MathOperator, MathTokens, PRECEDENCE } from './metric-math-tokens';

/** An expression of metric math, taken apart. */
export type MathNode =
  | MathLeaf
  | { readonly kind: 'list'; readonly items: readonly MathNode[] }
  | { readonly kind: 'minus'; readonly operand: MathNode }
  | {
      readonly kind: 'operator';
      readonly operator: MathOperator;
      readonly left: MathNode;
      readonly right: MathNode;
    }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly MathNode[] };

/**
 * Reads the expression of metric math in an alarm.
 *
 * @throws Error for text that is none, quoting it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax
 */
export function parseMetricMath(text: string): MathNode {
  const tokens = new MathTokens(text);
  const node = parseOperators(tokens, 1);
  tokens.expectEnd();
  return node;
}

// An operator takes in what binds tighter than itself to its right.
function parseOperators(tokens: MathTokens, weakest: number): MathNode {
  let left = parseOperand(tokens);
  for (;;) {
    const operator = tokens.peek();
    if (!isOperator(operator) || PRECEDENCE[operator] < weakest) {
      return left;
    }
    tokens.take(operator);
    left = { kind: 'operator', operator, left, right: parseOperators(tokens, PRECEDENCE[operator] + 1) };
  }
}

function parseOperand(tokens: MathTokens): MathNode {
  if (tokens.take('-')) {
    return { kind: 'minus', operand: parseOperand(tokens) };
  }
  if (tokens.take('(')) {
    const inner = parseOperators(tokens, 1);
    tokens.expect(')');
    return inner;
  }
  if (tokens.take('[')) {
    return { kind: 'list', items: parseItems(tokens, ']') };
  }
  const leaf = tokens.takeLeaf();
  return leaf.kind === 'name' && tokens.take('(')
    ? { kind: 'call', name: leaf.name, given: parseItems(tokens, ')') }
    : leaf;
}

function parseItems(tokens: MathTokens, end: ')' | ']'): readonly MathNode[] {
  const items: MathNode[] = [];
  if (tokens.take(end)) {
    return items;
  }
  do {
    items.push(parseOperators(tokens, 1));
  } while (tokens.take(','));
  tokens.expect(end);
  return items;
}
