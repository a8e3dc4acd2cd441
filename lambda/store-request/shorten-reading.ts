import cf from 'cloudfront';
import type { FunctionRequest } from '../emergency-response/contract/event';

const READING = ['GET', 'HEAD'];
const PAYMENT_RETURN = new RegExp(STORE_REQUEST.paymentReturns, 'i');

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
export function shortenReading(request: FunctionRequest): void {
  if (READING.includes(request.method) && !isPaymentReturn(request)) {
    cf.updateRequestOrigin({ timeouts: STORE_REQUEST.reading });
  }
}
