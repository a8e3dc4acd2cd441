import { extname } from 'node:path/posix';

/**
 * Whether a document is JSON and its name does not say so, such as `/.well-known/openid-configuration`. The upload
 * guesses types from extensions only, and S3 calls the rest `binary/octet-stream`; Apple's guide asks for
 * `application/json` for `apple-app-site-association`.
 *
 * @see https://developer.apple.com/library/archive/documentation/General/Conceptual/AppSearch/UniversalLinks.html
 */
export function isJsonWithoutExtension(path: string, content: string | Uint8Array): boolean {
  return extname(path) === '' && isJson(Buffer.from(content).toString());
}

/** An object or a list: a bare number or word is as likely to be a token that somebody checks. */
function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
