/**
 * Where a service listens: where the environment says so, as it does in a rehearsal, else at AWS.
 *
 * @param serviceId as in the SDK's own environment variables, such as `ROUTE_53`
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function serviceEndpoint(
  serviceId: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return environment[`AWS_ENDPOINT_URL_${serviceId}`] ?? environment['AWS_ENDPOINT_URL'];
}
