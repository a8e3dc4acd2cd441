/** One bound of a numeric range. */
export interface NumericBound {
  readonly operator: '<' | '<=' | '=' | '>=' | '>';
  readonly value: number;
}

/**
 * Reads what `numeric` compares with: one bound, such as `[">", 0]`, or a lower and an upper one, such as
 * `[">", 0, "<=", 5]`.
 *
 * @throws Error with EventBridge's own reason for what it refuses
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @see https://github.com/aws/event-ruler
 */
export function parseNumericBounds(operand: unknown): readonly NumericBound[] {
  if (!Array.isArray(operand)) {
    throw new Error('Value of numeric must be an array.');
  }
  const [operator, value, ...more]: readonly unknown[] = operand;
  if (typeof operator !== 'string') {
    throw new Error(`Invalid member in numeric match: ${operand.length === 0 ? ']' : String(operator)}`);
  }
  if (!isOperator(operator)) {
    throw new Error(`Unrecognized numeric range operator: ${operator}`);
  }
  const bound = { operator, value: requireNumber(operator === '=' ? 'equals' : operator, value) };
  if (more.length === 0) {
    return [bound];
  }
  if (operator !== '>' && operator !== '>=') {
    throw new Error('Too many elements in numeric expression');
  }
  return [bound, upperBound(bound, more)];
}

function upperBound(bottom: NumericBound, [operator, value, ...more]: readonly unknown[]): NumericBound {
  if (typeof operator !== 'string') {
    throw new Error(`Bad value in numeric range: ${String(operator)}`);
  }
  if (operator !== '<' && operator !== '<=') {
    throw new Error(`Bad numeric range operator: ${operator}`);
  }
  const top = { operator, value: requireNumber(operator, value) } as const;
  if (more.length > 0) {
    throw new Error('Too many terms in numeric range expression');
  }
  if (bottom.value >= top.value) {
    throw new Error('Bottom must be less than top');
  }
  return top;
}

/** Whether a number keeps to a bound. */
export function isWithin({ operator, value }: NumericBound, actual: number): boolean {
  switch (operator) {
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    case '=':
      return actual === value;
    case '>=':
      return actual >= value;
    case '>':
      return actual > value;
  }
}

function isOperator(operator: string): operator is NumericBound['operator'] {
  return ['<', '<=', '=', '>=', '>'].includes(operator);
}

function requireNumber(operator: string, value: unknown): number {
  if (typeof value !== 'number') {
    throw new Error(`Value of ${operator} must be numeric`);
  }
  return value;
}
