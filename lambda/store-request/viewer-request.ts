import type { FunctionEvent, FunctionRequest } from '../emergency-response/contract/event';
import './contract/settings';
import cf from 'cloudfront';

const READING = ['GET', 'HEAD'];
const PAYMENT_RETURN = new RegExp(STORE_REQUEST.paymentReturns, 'i');

/**
 * Every request of the store's default behavior. Whatever fails here, the request goes on to the store, with the long
 * timeouts that its origin has.
 */
export function handler(event: FunctionEvent): FunctionRequest {
  try {
    shortenReading(event.request);
  } catch {
    // The request goes on as it came.
  }
  return event.request;
}

/**
 * Whether a payment provider may have sent the shopper here. Many a store has one path for everything, and the page's
 * name in the query: WooCommerce `/?wc-api=`, OpenCart `/index.php?route=checkout/success`.
 */
function isPaymentReturn(request: FunctionRequest): boolean {
  const values = request.querystring;
  const query = Object.keys(values).map((name) => `${name}=${values[name]?.value}`);
  return (
    PAYMENT_RETURN.test(request.uri) ||
    PAYMENT_RETURN.test(`${request.uri}?${query.join('&').replace(/%2f/gi, '/')}`)
  );
}

/**
 * Gives up early on a page that does not come, and never on a payment: only requests that read are shortened, and of
 * those none that a payment provider may have sent the shopper back with.
 */
function shortenReading(request: FunctionRequest): void {
  if (READING.includes(request.method) && !isPaymentReturn(request)) {
    cf.updateRequestOrigin({ timeouts: STORE_REQUEST.reading });
  }
}
