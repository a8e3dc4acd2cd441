/** What CloudFront does with a bucket. */
export type ReadAction = 's3:GetObject' | 's3:ListBucket';

/** A statement of a bucket policy. */
export interface PolicyStatement {
  readonly Effect: 'Allow' | 'Deny';
  /** Such as `s3:GetObject` or `s3:*`. */
  readonly Action: readonly string[];
  readonly Principal: string | { readonly AWS?: readonly string[]; readonly Service?: readonly string[] };
  /** @default - it always applies */
  readonly Condition?: Readonly<Record<string, unknown>>;
}

/**
 * Whether a bucket policy lets CloudFront do something. Emulation: whatever condition an `Allow` has is met, and that of
 * a `Deny` is not, as with those on TLS; everybody (`*`) is allowed nothing, for buckets block public access.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function cloudFrontMay(statements: readonly PolicyStatement[], action: ReadAction): boolean {
  const concerned = statements.filter(({ Action }) => Action.some((pattern) => covers(pattern, action)));
  // An explicit deny overrides every allow.
  const isDenied = concerned.some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Deny' && Condition === undefined && (isCloudFront(Principal) || isEverybody(Principal)),
  );
  return (
    !isDenied && concerned.some(({ Effect, Principal }) => Effect === 'Allow' && isCloudFront(Principal))
  );
}

const isCloudFront = (principal: PolicyStatement['Principal']): boolean =>
  typeof principal !== 'string' && (principal.Service?.includes('cloudfront.amazonaws.com') ?? false);

const isEverybody = (principal: PolicyStatement['Principal']): boolean =>
  typeof principal === 'string' ? principal === '*' : (principal.AWS?.includes('*') ?? false);

// Actions have no upper and lower case; "*" stands for any characters, "?" for one.
function covers(pattern: string, action: ReadAction): boolean {
  const escaped = pattern
    .replace(/[\\^$+.()|[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i').test(action);
}
