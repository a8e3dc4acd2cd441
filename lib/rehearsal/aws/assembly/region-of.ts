/** The region in an ARN such as `arn:aws:sns:eu-west-1:123456789012:topic`; empty for a service without regions. */
export const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
