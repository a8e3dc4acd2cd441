/** One custom error response of a distribution. */
export interface CustomErrorResponse {
  /** One of {@link CUSTOM_ERROR_CODES}. */
  readonly errorCode: number;
  /** Goes with a response code. @default - the error itself is returned */
  readonly responsePagePath?: string;
  /** Goes with a page. @default - the error itself is returned */
  readonly responseCode?: number;
  /** Seconds. @default 10 */
  readonly errorCachingMinTtl?: number;
}

/** Who made the response that has an error status. `edge-function`: a function returned it. */
export type ErrorSource = 'origin' | 'cloudfront' | 'edge-function';

/** What the viewer of an error gets. */
export type ErrorDecision =
  | {
      readonly kind: 'custom-error-page';
      /** To be fetched through the first cache behavior that matches it. */
      readonly pagePath: string;
      /** The status for the viewer, if the page can be fetched. */
      readonly responseCode: number;
      readonly because: string;
    }
  | { readonly kind: 'unchanged'; readonly because: string };

/** The status that a viewer gets. */
export interface ViewerStatus {
  readonly status: number;
  readonly because: string;
}

/**
 * The error statuses that can have a custom error page: not 401, 410 or 429.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html
 */
export const CUSTOM_ERROR_CODES: readonly number[] = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

const unchanged = (because: string): ErrorDecision => ({ kind: 'unchanged', because });

/**
 * Decides whether a custom error page replaces a response, for every method and every cache behavior. That it does so
 * for POST too is known from users' reports only.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html
 */
export function customErrorResponse(
  responses: readonly CustomErrorResponse[],
  status: number,
  source: ErrorSource,
): ErrorDecision {
  // An error status that an edge function returns keeps the function's body. Whether a custom error page covers a
  // function that fails is not documented.
  // @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
  if (source === 'edge-function') {
    return unchanged('an edge function made the response');
  }
  if (!CUSTOM_ERROR_CODES.includes(status)) {
    return unchanged(`status ${status} never has a custom error page`);
  }
  // Errors that CloudFront makes itself, because the origin is unreachable or slow, count like the origin's.
  // Emulation: its rare 503 for "Capacity Exceeded", which gets no custom error page, does not occur.
  const match = responses.find(({ errorCode }) => errorCode === status);
  if (match?.responsePagePath === undefined || match.responseCode === undefined) {
    return unchanged(`no custom error page for status ${status}`);
  }
  const { responsePagePath: pagePath, responseCode } = match;
  return {
    kind: 'custom-error-page',
    pagePath,
    responseCode,
    because: `status ${status} has the page ${pagePath}`,
  };
}

/**
 * The status with which a custom error page reaches the viewer.
 *
 * @param pageStatus What fetching the page came to.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-404-not-found.html
 */
export function errorPageStatus(responseCode: number, pageStatus: number): ViewerStatus {
  // If the page can't be fetched, the viewer gets the status with which its origin answered.
  return pageStatus < 400
    ? { status: responseCode, because: 'the response code of the custom error page' }
    : { status: pageStatus, because: `the custom error page could not be fetched: status ${pageStatus}` };
}
