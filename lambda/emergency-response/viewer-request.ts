import { type FunctionEvent, type FunctionRequest, type FunctionResponse, headerOf } from './contract/event';
import { EMERGENCY_PAGE_PATH, languagePagePath, STATUS_PATH } from './contract/paths';
import { formAnswer } from './form-answer';
import { languageOf } from './language-of';

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

/** Files for machines, which expect no page there: for clients that don't send Sec-Fetch-Dest. */
const ASSET =
  /^\/\.well-known\/|\.(avif|bmp|css|eot|gif|ico|jpe?g|js|m4a|map|mjs|mp3|mp4|ogg|otf|png|svg|ttf|txt|wasm|webm|webmanifest|webp|woff2?|xml)$/i;

const METHODS_WITHOUT_BODY = ['HEAD', 'OPTIONS'];

/** Of the one page that carries no policy itself. It has a style and nothing else. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none';${SETTINGS.frameAncestors}`,
  'referrer-policy': 'strict-origin-when-cross-origin',
};

function isApiClient(request: FunctionRequest): boolean {
  const accept = headerOf(request, 'accept');
  const wantsJson = accept.includes('json') && !accept.includes('text/html');
  return wantsJson || request.uri.startsWith('/api/') || headerOf(request, 'sec-fetch-dest') === 'empty';
}

function isAsset(request: FunctionRequest): boolean {
  const destination = headerOf(request, 'sec-fetch-dest');
  if (destination) {
    return !DOCUMENT_DESTINATIONS.includes(destination);
  }
  return ASSET.test(request.uri);
}

/** The same headers whatever the method; a body where the method has one. */
function unavailable(request: FunctionRequest, contentType?: string, body?: string): FunctionResponse {
  const response: FunctionResponse = {
    statusCode: 503,
    statusDescription: 'Service Unavailable',
    headers: {
      'cache-control': { value: 'no-store' },
      'retry-after': { value: String(RETRY_AFTER_SECONDS) },
      'x-content-type-options': { value: 'nosniff' },
    },
  };
  if (contentType) {
    response.headers['content-type'] = { value: contentType };
  }
  if (body && !METHODS_WITHOUT_BODY.includes(request.method)) {
    response.body = { encoding: 'text', data: body };
  }
  return response;
}

function problem(request: FunctionRequest): FunctionResponse {
  const details = {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    retry_after: RETRY_AFTER_SECONDS,
    status_url: `https://${headerOf(request, 'host')}${STATUS_PATH}`,
  };
  return unavailable(request, 'application/problem+json', JSON.stringify(details));
}

function formPage(request: FunctionRequest): FunctionResponse {
  const response = unavailable(request, 'text/html; charset=utf-8', formAnswer(languageOf(request)));
  Object.keys(PAGE_HEADERS).forEach((name) => {
    response.headers[name] = { value: PAGE_HEADERS[name] || '' };
  });
  return response;
}

function emergencyPage(request: FunctionRequest): FunctionRequest {
  CONDITIONAL_HEADERS.forEach((name) => {
    delete request.headers[name];
  });
  request.uri = SETTINGS.languages.length > 1 ? languagePagePath(languageOf(request)) : EMERGENCY_PAGE_PATH;
  return request;
}

function answer(request: FunctionRequest): FunctionRequest | FunctionResponse {
  if (isApiClient(request)) {
    return problem(request);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return formPage(request);
  }
  return isAsset(request) ? unavailable(request) : emergencyPage(request);
}

/**
 * CloudFront Function (runtime 2.0, viewer request) on the default behavior of the emergency distribution: every
 * page of the closed store becomes the emergency page in the shopper's language, and a client that can't read a page gets a
 * 503 it understands. A mistake must not become an error of CloudFront's own: it ends at the page.
 *
 * Answers made here pass neither the cache nor the viewer-response function, so they carry all their headers.
 */
export function handler(event: FunctionEvent): FunctionRequest | FunctionResponse {
  try {
    return answer(event.request);
  } catch (_error) {
    event.request.uri = EMERGENCY_PAGE_PATH;
    return event.request;
  }
}
