import { generateKeyPairSync, sign } from 'node:crypto';
import { envelope, type Notification } from './rules/delivered-body';
import { stringToSign } from './rules/string-to-sign';
import { type KeyPair, selfSignedCertificate } from './self-signed-certificate';

/**
 * Signs what webhooks get, as SNS does with signature version 2, but with a key that is thrown away with it.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
 */
export class EnvelopeSigner {
  private readonly keys: KeyPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  /** What receivers verify with, as PEM. */
  readonly certificate = selfSignedCertificate(this.keys, 'sns.rehearsal.invalid');

  /** @param certificateUrl where the certificate is served */
  sign(notification: Notification, certificateUrl: string) {
    const unsigned = envelope(notification);
    const signature = sign('sha256', Buffer.from(stringToSign(unsigned)), this.keys.privateKey);
    return {
      ...unsigned,
      SignatureVersion: '2',
      Signature: signature.toString('base64'),
      SigningCertURL: certificateUrl,
    };
  }
}
