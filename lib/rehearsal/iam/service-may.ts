import type { PolicyStatement } from './policy-document';

/**
 * Whether a resource's policy lets an AWS service do something. Emulation: whatever condition an `Allow` has is met, and
 * that of a `Deny` is not, as with those on TLS; everybody (`*`) is allowed nothing, for buckets block public access and
 * keys should.
 *
 * @param service such as `cloudfront.amazonaws.com`
 * @param action such as `s3:GetObject`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function serviceMay(statements: readonly PolicyStatement[], service: string, action: string): boolean {
  const concerned = statements.filter(({ Action }) => Action.some((pattern) => covers(pattern, action)));
  // An explicit deny overrides every allow.
  const isDenied = concerned.some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Deny' &&
      Condition === undefined &&
      (isService(Principal, service) || isEverybody(Principal)),
  );
  return (
    !isDenied &&
    concerned.some(({ Effect, Principal }) => Effect === 'Allow' && isService(Principal, service))
  );
}

const isService = (principal: PolicyStatement['Principal'], service: string): boolean =>
  typeof principal !== 'string' && (principal.Service?.includes(service) ?? false);

const isEverybody = (principal: PolicyStatement['Principal']): boolean =>
  typeof principal === 'string' ? principal === '*' : (principal.AWS?.includes('*') ?? false);

// Actions have no upper and lower case; "*" stands for any characters, "?" for one.
function covers(pattern: string, action: string): boolean {
  const escaped = pattern
    .replace(/[\\^$+.()|[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i').test(action);
}
