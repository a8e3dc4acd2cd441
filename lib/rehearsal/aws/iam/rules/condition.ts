import { type Answer, all, answer, any } from '../answer';
import { covers, coversArn, hasVariable } from './pattern';

/**
 * What is known of a request, by condition key in lower case. A key that is not there is absent from the request; of one
 * that is undefined nobody knows.
 */
export type RequestContext = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A statement's conditions: operator, key, and the values of which one has to match. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The keys that a rehearsal gives to requests that AWS gives them to. Of any other it can't say whether it is there. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...['aws:securetransport', 'aws:sourceaccount', 'aws:sourcearn', 'aws:sourceowner', 'aws:principalarn'],
  ...['dynamodb:attributes', 'dynamodb:leadingkeys', 'dynamodb:select'],
  ...['iam:passedtoservice', 'kms:viaservice', 's3:x-amz-acl'],
]);

type Comparison = (expected: string, actual: string) => Answer;

const equal: Comparison = (expected, actual) =>
  hasVariable(expected) ? 'unknown' : answer(expected === actual);
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: equal,
  StringLike: covers,
  // AWS has the same for both.
  ArnEquals: coversArn,
  ArnLike: coversArn,
  Bool: (expected, actual) => equal(expected.toLowerCase(), actual),
};

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

/**
 * Whether all conditions of a statement hold. Keys have no upper and lower case. Emulation: the operators that stacks of
 * the kind use; any other, and any other key, is unknown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export const conditionsHold = (conditions: Conditions, context: RequestContext): Answer =>
  all(
    Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => holds(operator, values, key.toLowerCase(), context)),
    ),
  );

function holds(operator: string, expected: readonly string[], key: string, context: RequestContext): Answer {
  const [, quantifier, name = '', ifExists] = OPERATOR.exec(operator) ?? [];
  const compare = Object.hasOwn(COMPARISONS, name) ? COMPARISONS[name] : undefined;
  if (compare === undefined || !KNOWN_KEYS.has(key)) {
    return 'unknown';
  }
  if (!Object.hasOwn(context, key)) {
    return whenAbsent(quantifier, ifExists);
  }
  const actual = context[key];
  const matches = (value: string): Answer => any(expected.map((one) => compare(one, value)));
  return actual === undefined ? 'unknown' : quantified(quantifier, [actual].flat().map(matches));
}

/**
 * A key that is absent does not match, unless the operator allows for that.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
const whenAbsent = (quantifier: string | undefined, ifExists: string | undefined): Answer =>
  answer(ifExists !== undefined || quantifier === 'ForAllValues');

const quantified = (quantifier: string | undefined, matches: readonly Answer[]): Answer =>
  quantifier === 'ForAllValues' ? all(matches) : any(matches);
