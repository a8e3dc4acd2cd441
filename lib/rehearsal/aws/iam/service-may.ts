import type { PolicyStatement } from './policy-document';

/**
 * Whether a resource's policy lets an AWS service do something. Emulation: whatever condition an `Allow` has is met, and
 * that of a `Deny` is not, as with those on TLS; what everybody (`*`) is allowed does not count, for buckets block public
 * access and keys should.
 *
 * @param service such as `cloudfront.amazonaws.com`
 * @param action such as `s3:GetObject`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const serviceMay = (
  statements: readonly PolicyStatement[],
  service: string,
  action: string,
): boolean => allows(statements, action, (principal) => isService(principal, service));

/** The same of everybody (`*`), for topics, whose policies mean those of an account by it. */
export const anybodyMay = (statements: readonly PolicyStatement[], action: string): boolean =>
  allows(statements, action, isEverybody);

type Principal = PolicyStatement['Principal'];

function allows(
  statements: readonly PolicyStatement[],
  action: string,
  isMeant: (principal: Principal) => boolean,
): boolean {
  const concerned = statements.filter(({ Action }) => Action.some((pattern) => covers(pattern, action)));
  // An explicit deny overrides every allow.
  const isDenied = concerned.some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Deny' && Condition === undefined && (isMeant(Principal) || isEverybody(Principal)),
  );
  return !isDenied && concerned.some(({ Effect, Principal }) => Effect === 'Allow' && isMeant(Principal));
}

const isService = (principal: Principal, service: string): boolean =>
  typeof principal !== 'string' && (principal.Service?.includes(service) ?? false);

const isEverybody = (principal: Principal): boolean =>
  typeof principal === 'string' ? principal === '*' : (principal.AWS?.includes('*') ?? false);

// Actions have no upper and lower case; "*" stands for any characters, "?" for one.
function covers(pattern: string, action: string): boolean {
  const escaped = pattern
    .replace(/[\\^$+.()|[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i').test(action);
}
