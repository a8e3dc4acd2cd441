import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';

/** The person at this terminal. */
export interface Identity {
  /** The caller's ARN; undefined when AWS does not say. */
  arn(): Promise<string | undefined>;
}

/**
 * Asks STS, which every caller may do.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export class StsIdentity implements Identity {
  /** @param timeoutMs longest wait for STS: the SDK alone would wait for as long as the connection stands */
  constructor(
    private readonly client: STSClient,
    private readonly timeoutMs = 3_000,
  ) {}

  async arn(): Promise<string | undefined> {
    try {
      const abortSignal = AbortSignal.timeout(this.timeoutMs);
      return (await this.client.send(new GetCallerIdentityCommand({}), { abortSignal })).Arn;
    } catch {
      // In an outage, words without a name are better than none. What is really wrong, the next call says.
      return undefined;
    }
  }
}
