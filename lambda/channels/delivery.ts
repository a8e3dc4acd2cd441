/** What came of handing a message to its receiver. It names no URL: webhook URLs are secrets. */
export type Delivery =
  | { readonly kind: 'delivered' }
  /** The receiver does not want this message; it would not want it the next time either. */
  | { readonly kind: 'refused'; readonly because: string }
  /** Nothing wrong with the message: the receiver was busy, broken or out of reach. */
  | { readonly kind: 'unavailable'; readonly because: string };

/**
 * What an HTTP status means for the message. Receivers answer 429 when they get too many, and 408 when they waited
 * too long for the request; every other 4xx is about the message itself.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status
 */
export function deliveryFor(status: number): Delivery {
  const because = `the receiver answered ${status}`;
  if (status >= 200 && status < 300) {
    return { kind: 'delivered' };
  }
  return status === 408 || status === 429 || status >= 500
    ? { kind: 'unavailable', because }
    : { kind: 'refused', because };
}
