import type { AlarmState } from './alarm-state';
import { CompositeRuleTokens } from './composite-rule-tokens';

/** The rule expression of a composite alarm. */
export type CompositeRule =
  | { readonly kind: 'state'; readonly state: AlarmState; readonly alarm: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'NOT'; readonly operand: CompositeRule }
  | { readonly kind: 'AND' | 'OR'; readonly operands: readonly CompositeRule[] };

/**
 * Reads the `AlarmRule` of a composite alarm: `ALARM`, `OK` and `INSUFFICIENT_DATA` of a name or ARN, `TRUE`, `FALSE`,
 * `NOT`, `AND`, `OR` and parentheses. Emulation: `AT_LEAST` is not modelled. Nor is `AND` next to `OR` without
 * parentheses, because AWS does not say which of them binds tighter.
 *
 * @throws Error for anything else, quoting it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html
 */
export function parseCompositeRule(text: string): CompositeRule {
  const tokens = new CompositeRuleTokens(text);
  const rule = parseOperators(tokens);
  tokens.expectEnd();
  return rule;
}

function parseOperators(tokens: CompositeRuleTokens): CompositeRule {
  const first = parseOperand(tokens);
  const operator = tokens.peekWord();
  if (operator !== 'AND' && operator !== 'OR') return first;
  const operands = [first];
  while (tokens.takeWord(operator)) operands.push(parseOperand(tokens));
  return { kind: operator, operands };
}

function parseOperand(tokens: CompositeRuleTokens): CompositeRule {
  if (tokens.takeBracket('(')) {
    const inner = parseOperators(tokens);
    tokens.expectBracket(')');
    return inner;
  }
  if (tokens.takeWord('NOT')) return { kind: 'NOT', operand: parseOperand(tokens) };
  if (tokens.takeWord('TRUE')) return { kind: 'constant', value: true };
  if (tokens.takeWord('FALSE')) return { kind: 'constant', value: false };
  return parseState(tokens);
}

function parseState(tokens: CompositeRuleTokens): CompositeRule {
  const state = (['ALARM', 'OK', 'INSUFFICIENT_DATA'] as const).find((known) => tokens.takeWord(known));
  if (state === undefined) return tokens.fail();
  tokens.expectBracket('(');
  const alarm = tokens.takeName();
  tokens.expectBracket(')');
  return { kind: 'state', state, alarm };
}
