/** Who gets the messages of a topic, by the words of its subscription. */
export interface Subscriber {
  /** Such as `email` or `https`. */
  readonly protocol: Protocol;
  /** An e-mail address, a phone number, a URL or an ARN. */
  readonly endpoint: string;
}

/** The protocols that the rehearsal delivers over. */
export const PROTOCOLS = ['email', 'email-json', 'http', 'https', 'lambda', 'sms', 'sqs'] as const;
export type Protocol = (typeof PROTOCOLS)[number];
