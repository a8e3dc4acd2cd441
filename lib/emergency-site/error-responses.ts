import { Duration } from 'aws-cdk-lib';
import type { ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';

/** Which errors get which page. */
export interface UnavailableResponsesOptions {
  readonly statusCodes: readonly number[];
  readonly pagePath: string;
  /** How long an edge location repeats the error without asking again. @default 2 seconds */
  readonly ttl?: Duration;
}

/** Long enough to spare a struggling origin, short enough that nobody notices after the repair. */
const DEFAULT_TTL = Duration.seconds(2);

/**
 * Custom error responses that say 503 whatever the error was, so that neither search engines nor alarms mistake the
 * page for the store.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html
 */
export function unavailableResponses(options: UnavailableResponsesOptions): ErrorResponse[] {
  return options.statusCodes.map((httpStatus) => ({
    httpStatus,
    responseHttpStatus: 503,
    responsePagePath: options.pagePath,
    ttl: options.ttl ?? DEFAULT_TTL,
  }));
}
