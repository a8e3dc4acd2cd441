import {
  CUSTOM_ERROR_CODES,
  customErrorResponse,
  errorPageStatus,
} from '../../../lib/rehearsal/aws/cloudfront/rules/custom-error-response';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html';
const page = '/understudy/index.html';
const responses = [
  ...[500, 502, 504].map((errorCode) => ({ errorCode, responsePagePath: page, responseCode: 503 })),
  { errorCode: 503, errorCachingMinTtl: 1 },
];

describe(`Custom error responses (${source})`, () => {
  test.each([
    [500, 'origin', 'custom-error-page'],
    [502, 'cloudfront', 'custom-error-page'],
    [504, 'cloudfront', 'custom-error-page'],
    [504, 'edge-function', 'unchanged'],
    [503, 'origin', 'unchanged'],
    [404, 'origin', 'unchanged'],
    [200, 'origin', 'unchanged'],
  ] as const)('status %i from %s: %s', (status, source, kind) => {
    expect(customErrorResponse(responses, status, source).kind).toBe(kind);
  });

  test.each(CUSTOM_ERROR_CODES)('exist for status %i', (errorCode) => {
    const decision = customErrorResponse(
      [{ errorCode, responsePagePath: page, responseCode: 503 }],
      errorCode,
      'origin',
    );
    expect(decision).toEqual({
      kind: 'custom-error-page',
      pagePath: page,
      responseCode: 503,
      because: `status ${errorCode} has the page ${page}`,
    });
  });

  test.each([399, 401, 410, 412, 415, 429, 505])('do not exist for status %i', (errorCode) => {
    const decision = customErrorResponse(
      [{ errorCode, responsePagePath: page, responseCode: 503 }],
      errorCode,
      'origin',
    );
    expect(decision).toEqual({
      kind: 'unchanged',
      because: `status ${errorCode} never has a custom error page`,
    });
  });
});

describe('Custom error page (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-404-not-found.html)', () => {
  test.each([
    [200, 503],
    [304, 503],
    [399, 503],
    [400, 400],
    [403, 403],
    [404, 404],
    [502, 502],
  ])('fetched with status %i reaches the viewer with %i', (pageStatus, status) => {
    expect(errorPageStatus(503, pageStatus).status).toBe(status);
  });
});
