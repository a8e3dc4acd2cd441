/** Who may show the emergency page in a frame. */
export interface FrameAncestorsOptions {
  /** Every name of the shop. */
  readonly shopNames: readonly string[];
  /** @default - none */
  readonly paymentProviderOrigins?: readonly string[];
}

/**
 * The Content-Security-Policy that says who may show the page in a frame. Where a bank asks the shopper for a code
 * (3-D Secure), the shop's own page or the payment provider's holds a URL of the shop in a frame; a page that refuses
 * to stand there leaves a browser's error in place of "do not pay again". `X-Frame-Options` is sent nowhere, because it
 * can't name several sites, and browsers without `frame-ancestors` would obey it. Every page around the frame counts,
 * so the provider's frame within the shop's page needs both.
 *
 * It must be a header: browsers ignore `frame-ancestors` in `<meta>`. With `dns` a function sends it wherever the page may
 * be in a frame. On a custom error page, which `edge` shows, it may be missing, because AWS does not say which response
 * headers policy, if any, reaches one; then every site may show the page.
 *
 * @see https://www.w3.org/TR/CSP3/#directive-frame-ancestors
 */
export const frameAncestors = ({ shopNames, paymentProviderOrigins = [] }: FrameAncestorsOptions): string =>
  ["frame-ancestors 'self'", ...shopNames.map((name) => `https://${name}`), ...paymentProviderOrigins].join(
    ' ',
  );
