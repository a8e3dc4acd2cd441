import { createHash } from 'node:crypto';

/** How a policy names a script or a style by its bytes. */
export const hashSource = (source: string): string =>
  `'sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}'`;

/**
 * The Content-Security-Policy for a `<meta>` tag that allows exactly these scripts and this style, byte for byte,
 * and requests to the page's own host only. Scripts and styles fall back to `default-src`; a hash names no address, so
 * everything else that falls back to it is forbidden. `frame-ancestors` is left out: browsers ignore it in `<meta>`.
 *
 * @see https://www.w3.org/TR/CSP3/#directive-default-src
 */
export const contentSecurityPolicy = (scripts: readonly string[], style: string): string =>
  [
    `default-src ${[...scripts, style].map(hashSource).join(' ')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "connect-src 'self'",
  ].join(';');
