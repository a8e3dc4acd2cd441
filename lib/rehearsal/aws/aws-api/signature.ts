import type { ApiRequest } from './server';

/** Who signed a request, and for which region. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
}

/**
 * What the signature of a request says: `AWS4-HMAC-SHA256 Credential=<access key id>/<date>/<region>/<service>/aws4_request`.
 * Undefined for a request that is not signed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function signatureOf({ headers }: Pick<ApiRequest, 'headers'>): Signature | undefined {
  const [, accessKeyId, region] =
    /\bCredential=([^/]+)\/\d+\/([^/]+)\//.exec(headers['authorization'] ?? '') ?? [];
  return accessKeyId === undefined || region === undefined ? undefined : { accessKeyId, region };
}
