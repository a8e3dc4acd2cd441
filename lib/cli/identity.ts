import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';

/** Who uses this terminal. */
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
  constructor(private readonly client: STSClient) {}

  async arn(): Promise<string | undefined> {
    try {
      return (await this.client.send(new GetCallerIdentityCommand({}))).Arn;
    } catch {
      // In an outage, words without a name are better than none. What is really wrong, the next call says.
      return undefined;
    }
  }
}
