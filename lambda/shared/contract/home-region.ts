/**
 * Where the stack is: the only Region from which CloudFront takes certificates, where Route 53 and CloudFront report
 * metrics, and where the control plane of Route 53 is.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html#https-requirements-aws-region
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
 */
export const HOME_REGION = 'us-east-1';
