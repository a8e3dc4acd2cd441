import { parseEventPattern } from '../events/rules/event-pattern';
import { hasUnknown } from './known-value';
import { type Mistake, type ResourceLimits, recordIn, UNKNOWN } from './limit';
import { isMissing, isThere, textUpTo } from './rules';

const API = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference';
const INPUTS = ['Input', 'InputPath', 'InputTransformer'];
/** These need no path. */
const PREDEFINED = /^aws\.events\.(?:rule-arn|rule-name|event|event\.json|event\.ingestion-time)$/;

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
export const EVENT_RULE_LIMITS: ResourceLimits = {
  type: 'AWS::Events::Rule',
  service: 'EventBridge',
  limits: [
    {
      at: 'EventPattern',
      mistakeIn: patternMistake,
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
    },
    { at: '', mistakeIn: triggerMistake, source: `${API}/API_PutRule.html` },
    { at: 'Targets[]', mistakeIn: inputMistake, source: `${API}/API_PutTargets.html` },
    { at: 'Targets[].Input', mistakeIn: jsonMistake, source: `${API}/API_Target.html` },
    {
      at: 'Targets[].Input',
      mistakeIn: textUpTo(8_192, 'Length Constraints: Maximum length of 8192.'),
      source: `${API}/API_Target.html`,
    },
    {
      at: 'Targets[].InputTransformer.InputTemplate',
      mistakeIn: textUpTo(8_192, 'Length Constraints: Minimum length of 1. Maximum length of 8192.'),
      source: `${API}/API_InputTransformer.html`,
    },
    {
      at: 'Targets[].InputTransformer',
      mistakeIn: placeholderMistake,
      source: `${API}/API_InputTransformer.html`,
    },
  ],
};

function patternMistake(pattern: unknown): Mistake | undefined {
  if (hasUnknown(pattern)) {
    return undefined;
  }
  const length = JSON.stringify(pattern)?.length ?? 0;
  if (length > 4_096) {
    const reason = 'Length Constraints: Maximum length of 4096.';
    return { reason, remedy: 'shorten it', got: `${length} characters` };
  }
  try {
    parseEventPattern(pattern, { property: '' });
    return undefined;
  } catch (error) {
    return patternRefusal(error);
  }
}

/** The parser's words are `path: is refused by EventBridge ("reason"), got value`. */
export function patternRefusal(error: unknown): Mistake {
  const message = error instanceof Error ? error.message : String(error);
  const [, path = '', reason = message, got] =
    /^(.*?): is refused by \w+ \("(.*)"\), got (.*)$/su.exec(message) ?? [];
  return {
    reason,
    remedy: 'write it as the source below has it',
    property: path.replace(/^\w*\.?/u, ''),
    ...(got !== undefined && { got: JSON.parse(got) }),
  };
}

function triggerMistake(rule: unknown): Mistake | undefined {
  const { EventPattern, ScheduleExpression } = recordIn(rule);
  return isMissing(EventPattern) && isMissing(ScheduleExpression)
    ? {
        reason: 'Parameter(s) EventPattern or ScheduleExpression must be specified.',
        remedy: 'give one of them',
        got: null,
      }
    : undefined;
}

function inputMistake(target: unknown): Mistake | undefined {
  const properties = recordIn(target);
  const given = INPUTS.filter((input) => isThere(properties[input]));
  return given.length > 1
    ? {
        reason: 'Only one of Input, InputPath, or InputTransformer must be provided for target.',
        remedy: 'keep one of them',
        got: given,
      }
    : undefined;
}

function jsonMistake(input: unknown): Mistake | undefined {
  try {
    JSON.parse(typeof input === 'string' ? input : '{}');
    return undefined;
  } catch {
    return { reason: 'Valid JSON text passed to the target.', remedy: 'quote a text: "\\"text\\""' };
  }
}

function placeholderMistake(transformer: unknown): Mistake | undefined {
  const { InputTemplate, InputPathsMap = {} } = recordIn(transformer);
  if (typeof InputTemplate !== 'string' || InputPathsMap === UNKNOWN) {
    return undefined;
  }
  const names = [...InputTemplate.matchAll(/<([^<>\s]+)>/g)].map(([, name = '']) => name);
  const stray = names.find((name) => !Object.hasOwn(recordIn(InputPathsMap), name) && !PREDEFINED.test(name));
  return stray === undefined
    ? undefined
    : {
        reason: `InputTemplate for target contains invalid placeholder ${stray}.`,
        remedy: 'add it to InputPathsMap',
        property: 'InputTemplate',
        got: InputTemplate,
      };
}
