import { type Delivery, deliveryFor } from '../delivery';

/** Longer than any of the receivers takes, and three of them still fit into one run of the function. */
const TIMEOUT_MS = 8_000;

/** A message for one receiver. */
export interface HttpMessage {
  /** Often a secret: never part of a log or an error. */
  readonly url: string;
  readonly body: object;
}

/** Posts JSON. Redirects are not followed: they could lead a secret anywhere. */
export async function postJson({ url, body }: HttpMessage): Promise<Delivery> {
  if (!URL.canParse(url)) {
    return { kind: 'refused', because: 'the secret is no URL' };
  }
  try {
    const { status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return deliveryFor(status);
  } catch {
    // The error could quote the URL.
    return { kind: 'unavailable', because: `the receiver could not be reached within ${TIMEOUT_MS} ms` };
  }
}
