import {
  type FunctionRequest,
  type FunctionResponse,
  type FunctionResponseEvent,
  headerOf,
} from './contract/event';

/**
 * CloudFront Function (runtime 2.0, viewer response) on the default behavior of the emergency distribution: S3
 * answers 200, but a closed store must say 503, or search engines index the page in place of the store's.
 *
 * It runs on cache hits too. It does not run when S3 answered 400 or above: custom error responses see to that.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
const RETRY_AFTER_SECONDS = 120;

/** The file that was asked for says which language it is in. */
const LANGUAGE_FILE = /^\/understudy\/([a-z]{2}(-[a-z]+)?)\.html$/i;

/** What stands in for a page that did not come: its heading, in the language that it would have had. */
function headingAlone(fileLanguage: string): string {
  const language = SETTINGS.formTexts[fileLanguage] ? fileLanguage : SETTINGS.languages[0] || '';
  const heading = (SETTINGS.formTexts[language] || [])[0];
  return `<!doctype html><html lang="${language}"><title>${heading}</title><h1>${heading}</h1></html>`;
}

function closed(request: FunctionRequest, response: FunctionResponse): void {
  const found = LANGUAGE_FILE.exec(request.uri);
  const language = found?.[1] || '';
  if (language) {
    response.headers['content-language'] = { value: language };
  }

  // A page that fills the tab stands in no frame, so it is spared those bytes. Browsers of long ago don't say.
  if (headerOf(request, 'sec-fetch-dest') !== 'document') {
    response.headers['content-security-policy'] = { value: SETTINGS.frameAncestors };
  }

  // The viewer-request function drops what could cause a 304 or a 206. Should one come all the same, it has no
  // page in it, and passing it on would show a cached page of the store as if the store were open.
  if (response.statusCode !== 200 && request.method !== 'HEAD') {
    response.body = { encoding: 'text', data: headingAlone(language) };
    response.headers['content-type'] = { value: 'text/html; charset=utf-8' };
    delete response.headers['content-encoding'];
  }
  response.headers['cache-control'] = { value: 'no-store' };
  response.headers['retry-after'] = { value: String(RETRY_AFTER_SECONDS) };
  delete response.headers.etag;
  delete response.headers['last-modified'];
}

/** Whatever goes wrong above, the page goes out, and with 503. */
export function handler(event: FunctionResponseEvent): FunctionResponse {
  const response = event.response;
  try {
    closed(event.request, response);
  } catch (_error) {
    // The status below is what matters; the headers only help.
  }
  response.statusCode = 503;
  response.statusDescription = 'Service Unavailable';
  return response;
}
