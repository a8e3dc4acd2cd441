import { request } from 'node:https';
import { after } from '../../../../lambda/shared/contract/wall-clock';

/** What a distribution asks its origin for. */
export interface OriginRequest {
  /** Where the origin's name leads: a host name or an address. */
  readonly connectTo: string;
  /** The origin's name, for `Host` and SNI. */
  readonly originName: string;
  readonly path: string;
  /** @default 443 */
  readonly port?: number;
}

/** Where an origin redirects a request. */
export interface OriginAnswer {
  readonly status: number;
  /** As the origin writes it. @default - nowhere */
  readonly location?: string;
}

/** A little longer than CloudFront waits for a page, unless it is told otherwise, in milliseconds. */
const TIMEOUT_MS = 10_000;

/**
 * Asks as CloudFront does where it forwards neither `Host` nor `User-Agent`, and follows no redirect.
 * @throws Error when nobody answers
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function askLocation(
  { connectTo, originName, path, port = 443 }: OriginRequest,
  timeoutMs = TIMEOUT_MS,
): Promise<OriginAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: connectTo,
      port,
      path,
      agent: false,
      servername: originName,
      // A store that redirects does so whether its certificate is good or not.
      rejectUnauthorized: false,
      headers: { host: originName, 'user-agent': 'Amazon CloudFront' },
    });
    const giveUp = () => outgoing.destroy(new Error(`no answer within ${timeoutMs / 1000} s`));
    outgoing.on('close', after(timeoutMs, giveUp));
    outgoing.on('error', reject);
    outgoing.on('response', ({ statusCode: status = 0, headers: { location } }) => {
      resolve({ status, ...(location !== undefined && { location }) });
      outgoing.destroy();
    });
    outgoing.end();
  });
}
