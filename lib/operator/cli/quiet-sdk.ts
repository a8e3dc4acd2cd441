/** @see https://github.com/aws/aws-sdk-js-v3/issues/7983 where AWS names it */
const SWITCH = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';

/**
 * Keeps the AWS SDK from warning, at every command, that its versions of 2027 will not run on Node.js 20. The version that
 * comes with Understudy does, and a person in an outage has other worries. What the environment says already, stays.
 */
export function quietSdk(env: NodeJS.ProcessEnv): void {
  env[SWITCH] ??= 'true';
}
