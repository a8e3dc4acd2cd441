import { type IOrigin, OriginProtocolPolicy, OriginSslPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { EdgeTopology } from '../../understudy-props';
import { storeTimeouts } from './store-timeouts';

/** Which requests an origin is for. `anything`: forms and payments are among them. */
export type OriginUse = 'reading' | 'anything';

/**
 * The store as an origin, with timeouts that a shopper can sit out: CloudFront's own would be three attempts of
 * 10 s to connect and three of 30 s to read. An origin for anything waits as long as a payment may take, for every
 * request; that pages are given up on earlier is the business of a function.
 *
 * A distribution needs one object, with an id of its own, per use: the default behavior and an origin group can't
 * share one.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
 */
export function storeOrigin(
  originDomainName: string,
  topology: EdgeTopology,
  { originId, use }: { readonly originId: string; readonly use: OriginUse },
): IOrigin {
  const { connectionTimeout, readTimeout, writeTimeout, completionTimeout } = storeTimeouts(topology);
  return new HttpOrigin(originDomainName, {
    originId,
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    connectionAttempts: 1,
    connectionTimeout,
    readTimeout: use === 'reading' ? readTimeout : writeTimeout,
    responseCompletionTimeout: completionTimeout,
  });
}
