/** Whether CloudFront runs a function. */
export interface FunctionRun {
  readonly runs: boolean;
  readonly because: string;
}

/** What a viewer-response function would run on: an answer from the cache or an origin, or one in place of it. */
export interface ViewerResponseEvent {
  /**
   * The status of the origin's response, cached or not, or the one that stands for its silence.
   * @default - the response is not from an origin
   */
  readonly originStatus?: number;
  readonly isCustomErrorPage: boolean;
}

const skipped = (because: string): FunctionRun => ({ runs: false, because });

/**
 * Decides whether a viewer-response function runs. The first exception is stated for CloudFront Functions, the
 * second for Lambda@Edge. Emulation: here both hold for CloudFront Functions.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html#function-restrictions-status-codes
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-cloudfront-trigger-events.html
 */
export function viewerResponseFunctionRuns(event: ViewerResponseEvent): FunctionRun {
  // Not when the origin's status is 400 or higher. Emulation: nor when it can't be reached or does not answer, which
  // CloudFront takes for 502 or 504; of that AWS does not speak here.
  if ((event.originStatus ?? 0) >= 400) {
    return skipped(`the origin answered ${event.originStatus}`);
  }
  // Not on a custom error page, even where its response code is 200.
  if (event.isCustomErrorPage) {
    return skipped('a custom error page is returned');
  }
  return { runs: true, because: 'a response goes to a viewer' };
}
