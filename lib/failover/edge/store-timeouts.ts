import { Duration } from 'aws-cdk-lib';
import type { EdgeTopology } from '../../understudy-props';

/** How long CloudFront waits for the store. */
export interface StoreTimeouts {
  readonly connectionTimeout: Duration;
  /** For a page. */
  readonly readTimeout: Duration;
  /** For a form, and for a shopper whom a payment provider sends back. At least the read timeout. */
  readonly writeTimeout: Duration;
  /** For a whole answer. @default - no limit */
  readonly completionTimeout?: Duration;
}

const DEFAULT_CONNECTION_TIMEOUT = Duration.seconds(2);
export const DEFAULT_READ_TIMEOUT = Duration.seconds(9);
/** A card is charged in twelve seconds on a bad day. A shopper who reads "not available" meanwhile pays twice. */
export const DEFAULT_WRITE_TIMEOUT = Duration.seconds(60);

/** The topology's timeouts, with what it leaves out. */
export function storeTimeouts({
  connectionTimeout = DEFAULT_CONNECTION_TIMEOUT,
  readTimeout = DEFAULT_READ_TIMEOUT,
  writeTimeout,
  completionTimeout,
}: EdgeTopology): StoreTimeouts {
  const longest = Math.max(DEFAULT_WRITE_TIMEOUT.toSeconds(), readTimeout.toSeconds());
  return {
    connectionTimeout,
    readTimeout,
    writeTimeout: writeTimeout ?? Duration.seconds(longest),
    completionTimeout,
  };
}
