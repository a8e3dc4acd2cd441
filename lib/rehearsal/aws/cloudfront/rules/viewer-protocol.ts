/** What a cache behavior does with requests over HTTP. */
export type ViewerProtocolPolicy = 'allow-all' | 'redirect-to-https' | 'https-only';

/** What becomes of a viewer request, by its protocol. */
export type ProtocolDecision =
  | { readonly kind: 'serve' }
  | { readonly kind: 'redirect'; readonly status: 301 | 307; readonly because: string }
  | { readonly kind: 'refuse'; readonly status: 403; readonly because: string };

/**
 * Decides whether CloudFront takes a request over HTTP. Emulation: every viewer speaks HTTP/1.1 or newer.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html
 */
export function viewerProtocol(
  policy: ViewerProtocolPolicy,
  protocol: 'http' | 'https',
  method: string,
): ProtocolDecision {
  if (protocol === 'https' || policy === 'allow-all') {
    return { kind: 'serve' };
  }
  // HTTPS only: a request over HTTP is forbidden.
  if (policy === 'https-only') {
    return { kind: 'refuse', status: 403, because: 'the cache behavior takes HTTPS only' };
  }
  // GET and HEAD are sent to HTTPS with 301; other methods with 307, so that method and body stay what they are.
  const status = method === 'GET' || method === 'HEAD' ? 301 : 307;
  return { kind: 'redirect', status, because: 'CloudFront redirects to HTTPS' };
}
