/**
 * The names of which a custom origin's certificate must have one: the origin's own, or the `Host` that CloudFront sends.
 * Else the handshake fails, and CloudFront goes on with 502. Nothing is sent, so no header can be too long for anybody.
 *
 * @param headers Of the request to the origin, names in lower case.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html#ssl-negotitation-failure
 */
export const originCertificateNames = (
  originDomainName: string,
  headers: Readonly<Record<string, string>>,
): readonly string[] => [originDomainName, headers['host'] ?? originDomainName];
