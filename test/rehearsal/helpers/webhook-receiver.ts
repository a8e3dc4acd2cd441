import { verify, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What a receiver expects of SNS. */
interface Expected {
  readonly topicArn: string;
  /** Whether a certificate may come from there. In earnest from `https://sns.<region>.amazonaws.com` alone. */
  readonly isTrusted: (certificateUrl: URL) => boolean;
}

type Envelope = Readonly<Record<string, string>>;

/** Written as a subscriber would by AWS's page on verifying signatures, without anything of ours. */
async function problemWith(envelope: Envelope, expected: Expected): Promise<string | undefined> {
  const { SignatureVersion, SigningCertURL = '', TopicArn, Signature = '' } = envelope;
  if (SignatureVersion !== '2') {
    return 'old signature';
  }
  if (TopicArn !== expected.topicArn) {
    return 'foreign topic';
  }
  if (!expected.isTrusted(new URL(SigningCertURL))) {
    return 'foreign certificate';
  }
  const certificate = new X509Certificate(await (await fetch(SigningCertURL)).text());
  const signed = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
    .filter((name) => name in envelope)
    .map((name) => `${name}\n${envelope[name]}\n`);
  const signature = Buffer.from(Signature, 'base64');
  const right = verify('sha256', Buffer.from(signed.join('')), certificate.publicKey, signature);
  return right ? undefined : 'wrong signature';
}

/** A webhook over real HTTP. */
export interface WebhookReceiver {
  readonly url: string;
  /** Envelopes that were believed, oldest first. */
  readonly believed: Envelope[];
  /** Resolves with the first of them. */
  readonly first: Promise<Envelope>;
  close(): Promise<void>;
}

/** Answers 200 to what it believes, else 403 and why. */
export async function startWebhookReceiver(expected: Expected): Promise<WebhookReceiver> {
  const believed: Envelope[] = [];
  let believe: (envelope: Envelope) => void = () => undefined;
  const first = new Promise<Envelope>((resolve) => {
    believe = resolve;
  });
  const server = createServer(async (request, response) => {
    const envelope = (await json(request)) as Envelope;
    const problem = await problemWith(envelope, expected);
    if (problem === undefined) {
      believed.push(envelope);
      believe(envelope);
    }
    response.writeHead(problem === undefined ? 200 : 403).end(problem);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    believed,
    first,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
