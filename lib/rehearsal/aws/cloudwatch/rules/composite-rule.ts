import type { AlarmState } from '../../../kernel/alarm-state';
import { CompositeRuleTokens } from './composite-rule-tokens';

/** The rule expression of a composite alarm. */
export type CompositeRule =
  | { readonly kind: 'state'; readonly state: AlarmState; readonly alarm: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'NOT'; readonly operand: CompositeRule }
  | {
      readonly kind: 'AT_LEAST';
      /** How many of the alarms, at least 1. */
      readonly count: number;
      readonly alarms: readonly CompositeRule[];
    }
  | { readonly kind: 'AND' | 'OR'; readonly operands: readonly CompositeRule[] };

/**
 * Reads the `AlarmRule` of a composite alarm: `ALARM`, `OK` and `INSUFFICIENT_DATA` of a name or ARN, `TRUE`, `FALSE`,
 * `NOT`, `AND`, `OR`, `AT_LEAST` with a number or a percentage, and parentheses. AWS does not say whether `AND`
 * binds tighter than `OR`: `a AND b OR c` is the same either way, `a OR b AND c` is not. Emulation: the latter is not
 * modelled, for its alarm would ring, or not, by a guess.
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
  const first = parseChain(tokens, 'AND', parseOperand(tokens));
  return parseChain(tokens, 'OR', first);
}

function parseChain(
  tokens: CompositeRuleTokens,
  operator: 'AND' | 'OR',
  first: CompositeRule,
): CompositeRule {
  const operands = [first];
  while (tokens.takeWord(operator)) {
    operands.push(parseOperand(tokens));
  }
  return operands.length === 1 ? first : { kind: operator, operands };
}

function parseOperand(tokens: CompositeRuleTokens): CompositeRule {
  if (tokens.takeMark('(')) {
    const inner = parseOperators(tokens);
    tokens.expectMark(')');
    return inner;
  }
  if (tokens.takeWord('NOT')) {
    return { kind: 'NOT', operand: parseOperand(tokens) };
  }
  if (tokens.takeWord('TRUE')) {
    return { kind: 'constant', value: true };
  }
  if (tokens.takeWord('FALSE')) {
    return { kind: 'constant', value: false };
  }
  if (tokens.takeWord('AT_LEAST')) {
    return parseAtLeast(tokens);
  }
  return parseState(tokens);
}

// AT_LEAST(2, ALARM, (a, b, c)), or AT_LEAST(60%, NOT OK, (a, b, c)).
function parseAtLeast(tokens: CompositeRuleTokens): CompositeRule {
  tokens.expectMark('(');
  const [, digits, percent] = /^([1-9]\d*)(%?)$/.exec(tokens.peekWord() ?? '') ?? [];
  if (digits === undefined) {
    return tokens.fail();
  }
  tokens.takeName();
  tokens.expectMark(',');
  const negated = tokens.takeWord('NOT');
  const state = takeState(tokens);
  tokens.expectMark(',');
  const alarms = parseAlarmList(tokens).map((alarm) => asked(state, alarm, negated));
  tokens.expectMark(')');
  // Emulation: a percentage that makes no whole number of alarms is rounded up.
  const count = percent === '%' ? Math.ceil((Number(digits) * alarms.length) / 100) : Number(digits);
  return { kind: 'AT_LEAST', count, alarms };
}

function parseAlarmList(tokens: CompositeRuleTokens): readonly string[] {
  tokens.expectMark('(');
  const alarms = [tokens.takeName()];
  while (tokens.takeMark(',')) {
    alarms.push(tokens.takeName());
  }
  tokens.expectMark(')');
  return alarms;
}

function asked(state: AlarmState, alarm: string, negated: boolean): CompositeRule {
  const positive: CompositeRule = { kind: 'state', state, alarm };
  return negated ? { kind: 'NOT', operand: positive } : positive;
}

function takeState(tokens: CompositeRuleTokens): AlarmState {
  const state = (['ALARM', 'OK', 'INSUFFICIENT_DATA'] as const).find((known) => tokens.takeWord(known));
  return state ?? tokens.fail();
}

function parseState(tokens: CompositeRuleTokens): CompositeRule {
  const state = takeState(tokens);
  tokens.expectMark('(');
  const alarm = tokens.takeName();
  tokens.expectMark(')');
  return { kind: 'state', state, alarm };
}
