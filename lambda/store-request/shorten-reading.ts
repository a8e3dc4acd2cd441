import cf from 'cloudfront';
import type { FunctionRequest } from '../emergency-response/event';

const READING = ['GET', 'HEAD'];
const PAYMENT_RETURN = new RegExp(STORE_REQUEST.paymentReturns, 'i');

/**
 * Gives up early on a page that does not come, and never on a payment: only requests that read are shortened, and of
 * those none that a payment provider may have sent the shopper back with.
 */
export function shortenReading(request: FunctionRequest): void {
  if (READING.includes(request.method) && !PAYMENT_RETURN.test(request.uri))
    cf.updateRequestOrigin({ timeouts: STORE_REQUEST.reading });
}
