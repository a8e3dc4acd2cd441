/** What goes into the signature of a notification, in this order; a subject only where there is one. */
const SIGNED = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const;

/** The JSON around a message, as far as it is signed. */
export type SignedFields = Readonly<
  Record<Exclude<(typeof SIGNED)[number], 'Subject'>, string> & { Subject?: string }
>;

/**
 * The text that SNS signs for HTTP endpoints: each name and each value on a line of its own, byte-sorted by name.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html
 */
export function stringToSign(envelope: SignedFields): string {
  return SIGNED.filter((name) => envelope[name] !== undefined)
    .map((name) => `${name}\n${envelope[name]}\n`)
    .join('');
}
