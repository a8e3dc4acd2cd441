import { Duration } from 'aws-cdk-lib';
import { type IOrigin, OriginProtocolPolicy, OriginSslPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { originDomainName } from '../shop-names';
import type { EdgeTopology } from '../understudy-props';

const DEFAULT_CONNECTION_TIMEOUT = Duration.seconds(2);
const DEFAULT_READ_TIMEOUT = Duration.seconds(9);
/**
 * What a complete answer may take beyond connecting and the first byte: enough for a large download from a store that
 * is well, and an end for one that only trickles.
 */
const COMPLETION_ALLOWANCE_SECONDS = 19;

/**
 * The store as an origin, with timeouts that a shopper can sit out: CloudFront's own would be three attempts of
 * 10 s to connect and three of 30 s to read.
 *
 * A distribution needs one object, with an id of its own, per use: the default behavior and an origin group can't
 * share one.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
 */
export function storeOrigin(domainName: string, topology: EdgeTopology, originId: string): IOrigin {
  const connectionTimeout = topology.connectionTimeout ?? DEFAULT_CONNECTION_TIMEOUT;
  const readTimeout = topology.readTimeout ?? DEFAULT_READ_TIMEOUT;
  return new HttpOrigin(originDomainName(domainName, topology), {
    originId,
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    connectionAttempts: 1,
    connectionTimeout,
    readTimeout,
    responseCompletionTimeout: connectionTimeout
      .plus(readTimeout)
      .plus(Duration.seconds(COMPLETION_ALLOWANCE_SECONDS)),
  });
}
