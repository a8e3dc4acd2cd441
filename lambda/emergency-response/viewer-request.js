/**
 * CloudFront Function (runtime 2.0, viewer request) on the default behavior of the emergency distribution: every
 * page of the closed store becomes the emergency page, and whoever can't read a page gets a 503 it understands.
 *
 * Answers made here pass neither the cache nor the viewer-response function, so they carry all their headers.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
const PAGE_PATH = '/understudy/index.html';
const RETRY_AFTER_SECONDS = 120;

/** Answers to these could carry a part of the page, or send a shopper back to a cached page of the store. */
const CONDITIONAL_HEADERS = [
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'range',
];

const DOCUMENT_DESTINATIONS = ['document', 'iframe', 'frame'];

/** For clients that don't send Sec-Fetch-Dest. */
const ASSET_EXTENSION =
  /\.(avif|bmp|css|eot|gif|ico|jpe?g|js|m4a|map|mjs|mp3|mp4|ogg|otf|png|svg|ttf|wasm|webm|webmanifest|webp|woff2?|xml)$/i;

/**
 * A form that was sent while the store is closed. The page itself can't be given: S3 answers GET and HEAD only.
 * The link is a GET of the same address, so nothing is sent twice.
 */
const FORM_ANSWER =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<title>Sorry, there is a problem with our store</title>' +
  '<style>:root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:2rem auto;' +
  'padding:0 1rem}</style>' +
  '<main><h1>Sorry, there is a problem with our store</h1>' +
  '<p><strong>Please do not send the form or pay again.</strong> We do not know yet whether it went through. Look for ' +
  'a confirmation in your email.</p>' +
  '<p><a href="">See how to reach us and when we are back</a></p></main></html>';

function headerOf(request, name) {
  const header = request.headers[name];
  return header ? header.value.toLowerCase() : '';
}

function isApiClient(request) {
  const accept = headerOf(request, 'accept');
  const wantsJson = accept.includes('json') && !accept.includes('text/html');
  return wantsJson || request.uri.startsWith('/api/') || headerOf(request, 'sec-fetch-dest') === 'empty';
}

function isAsset(request) {
  const destination = headerOf(request, 'sec-fetch-dest');
  if (destination) return !DOCUMENT_DESTINATIONS.includes(destination);
  return ASSET_EXTENSION.test(request.uri);
}

function unavailable(request, contentType, body) {
  const response = {
    statusCode: 503,
    statusDescription: 'Service Unavailable',
    headers: {
      'cache-control': { value: 'no-store' },
      'retry-after': { value: String(RETRY_AFTER_SECONDS) },
      'x-content-type-options': { value: 'nosniff' },
    },
  };
  if (body && request.method !== 'HEAD') {
    response.headers['content-type'] = { value: contentType };
    response.body = { encoding: 'text', data: body };
  }
  return response;
}

function problem(request) {
  const details = {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    retry_after: RETRY_AFTER_SECONDS,
  };
  return unavailable(request, 'application/problem+json', JSON.stringify(details));
}

function emergencyPage(request) {
  for (const name of CONDITIONAL_HEADERS) delete request.headers[name];
  request.uri = PAGE_PATH;
  return request;
}

function answer(request) {
  if (isApiClient(request)) return problem(request);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return unavailable(request, 'text/html; charset=utf-8', FORM_ANSWER);
  }
  return isAsset(request) ? unavailable(request) : emergencyPage(request);
}

/** A mistake above must not become an error of CloudFront's own: it ends at the page. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name
function handler(event) {
  try {
    return answer(event.request);
  } catch (_error) {
    event.request.uri = PAGE_PATH;
    return event.request;
  }
}
