import { type Answer, all, answer } from '../answer';

/**
 * Whether a pattern covers a text: `*` stands for any characters, `?` for one. Emulation: policy variables such as
 * `${aws:username}` are not evaluated, so what has one is unknown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 */
export const covers = (pattern: string, text: string): Answer =>
  hasVariable(pattern) ? 'unknown' : answer(regExpOf(pattern).test(text));

/**
 * The same of actions, which have no upper and lower case.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export const coversAction = (pattern: string, action: string): Answer =>
  covers(pattern.toLowerCase(), action.toLowerCase());

/**
 * The same of ARNs in conditions: each of the six parts between colons is compared by itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function coversArn(pattern: string, arn: string): Answer {
  const parts = partsOf(arn);
  const patterns = partsOf(pattern);
  return hasVariable(pattern)
    ? 'unknown'
    : all([
        answer(parts.length === patterns.length),
        ...patterns.map((part, index) => covers(part, parts[index] ?? '')),
      ]);
}

/** Whether a text has a policy variable, or is what could not be resolved. */
export const hasVariable = (text: string): boolean => text.includes('${');

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

const known = new Map<string, RegExp>();

function regExpOf(pattern: string): RegExp {
  const made = known.get(pattern) ?? makeRegExp(pattern);
  known.set(pattern, made);
  return made;
}

function makeRegExp(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[\\^$+.()|[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's');
}
