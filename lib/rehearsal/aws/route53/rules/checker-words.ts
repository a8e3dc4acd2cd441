import { STATUS_CODES } from 'node:http';

/**
 * What `GetHealthCheckStatus` quotes of a checker. AWS's pages show three texts: of a status, of a timeout (re:Post names
 * it for a status that is late, too) and of TLS. Emulation: every status is told as 200 is, a body that is late as a
 * status is, and the rest in words of our own.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckLastFailureReason.html
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html#Route53-Type-HealthCheckConfig-EnableSNI
 * @see https://repost.aws/knowledge-center/route-53-fix-unhealthy-health-checks
 */
export const CHECKER_WORDS = {
  tooLate: 'The health checker could not establish a connection within the timeout limit.',
  noText: 'no search string in the first 5120 bytes',
  noTls: 'SSL alert handshake_failure',
  status: (status: number): string => {
    const words = STATUS_CODES[status];
    return words === undefined ? `HTTP Status Code ${status}` : `HTTP Status Code ${status}, ${words}`;
  },
} as const;
