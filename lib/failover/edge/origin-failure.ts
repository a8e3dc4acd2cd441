/** What a dead or dying origin looks like: AWS's texts differ on which of these an unreachable one yields. */
export const ORIGIN_FAILURE_STATUS_CODES = [500, 502, 503, 504];
