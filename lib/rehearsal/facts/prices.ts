/**
 * US dollars a month, us-east-1. AWS's own price pages could not be read when this was written: the health check and
 * alarm prices come from third parties, the others from memory. Check them before you promise a figure to anybody.
 */
export const PRICES = {
  /** @see https://aws.amazon.com/route53/pricing/ */
  healthCheck: {
    /** An endpoint inside AWS; the first 50 of an account are free. */
    aws: { base: 0.5, freePerAccount: 50, eachOption: 1 },
    /** Any other endpoint. */
    other: { base: 0.75, freePerAccount: 0, eachOption: 2 },
  },
  /** @see https://aws.amazon.com/cloudwatch/pricing/ */
  alarm: { each: 0.1, freePerAccount: 10 },
  /** One with a period of less than a minute. */
  highResolutionAlarm: { each: 0.3, freePerAccount: 0 },
  compositeAlarm: { each: 0.5, freePerAccount: 0 },
  dashboard: { each: 3, freePerAccount: 3 },
  /** @see https://aws.amazon.com/kms/pricing/ */
  key: { each: 1, freePerAccount: 0 },
} as const;
