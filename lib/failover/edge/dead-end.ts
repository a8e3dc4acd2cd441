import { Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';

/**
 * Where the origin's name leads while the origin is down, so that nobody waits for it: an endpoint of AWS where no
 * handshake succeeds. CloudFront speaks HTTPS only to this origin and wants a certificate for the name of the origin or of
 * the shop; API Gateway presents its own. So CloudFront goes on with 502 after two or three round trips, before it has sent
 * anything of the request, and shows the emergency page.
 *
 * What else was weighed:
 * - An API that answers 503 under the shop's names, as in version 0.1. Each of the names is unique in a Region, across
 *   accounts; API Gateway answers more than 10,240 bytes of headers with an error of its own; and CloudFront may keep its
 *   connection to any server that answers politely, so that a busy edge location could stay there after the repair.
 * - The endpoint of the page's bucket, which has no certificate for the shop either. But S3 finds a bucket by `Host`, also
 *   without TLS: any AWS user could make a bucket with the name of the origin, and would have a site below the shop's
 *   domain in each outage, and so a certificate for it. API Gateway speaks HTTPS only, and answers for no name without a
 *   certificate for it.
 * - A name that does not resolve, which is a 502, too. AWS does not say whether CloudFront then goes on with the last
 *   address, nor how long its resolvers remember that there was none.
 *
 * The API has no stage, so that nobody can call it. An HTTP API is always regional: an edge-optimized API would be behind
 * CloudFront, which has a certificate for the shop. If there is no address or no connection, CloudFront shows the page
 * as well, after the connection timeout at the latest. Only an API of the owner's in this Region that has one of the names
 * would answer: `topology.standby` is required where the store is one, and `understudy verify --app` looks for others.
 *
 * Connections: CloudFront has none to keep here. It may keep one to a store that fails with errors in time, and AWS does not
 * say whether it asks DNS again meanwhile; for each error it then shows the page, as before the switch. A store that hangs
 * or is silent leaves no connection to keep.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html#ssl-negotitation-failure
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#VirtualHostingCustomURLs
 */
export class DeadEnd extends Construct {
  /** Where the failover record of the origin's name leads. */
  readonly hostName: string;

  /** @param originDomainName the name that leads here */
  constructor(scope: Construct, id: string, originDomainName: string) {
    super(scope, id);
    const { apiId } = new HttpApi(this, 'Api', {
      apiName: `${originDomainName} dead end`,
      description:
        'Understudy: the origin leads here while it is down, because no TLS handshake succeeds here',
      createDefaultStage: false,
      disableExecuteApiEndpoint: true,
    });
    const { region, urlSuffix } = Stack.of(this);
    this.hostName = `${apiId}.execute-api.${region}.${urlSuffix}`;
  }
}
