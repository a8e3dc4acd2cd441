import { Token } from 'aws-cdk-lib';

/**
 * Stands for a value that CDK's command line looks up, after which it synthesizes again.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/get-ssm-value.html
 */
const LOOKED_UP_LATER = 'dummy-value-for-';

/** Whether a value can't be judged: only a deployment knows it, or CDK looks it up before it synthesizes again. */
export const isUnknown = (value: unknown): boolean => Token.isUnresolved(value) || isLookedUpLater(value);

/** Whether a text is, or holds, what `StringParameter.valueFromLookup` gives until it has been looked up. */
export const isLookedUpLater = (value: unknown): boolean =>
  typeof value === 'string' && value.includes(LOOKED_UP_LATER);
