import type { FunctionEvent, FunctionRequest } from '../emergency-response/contract/event';
import './contract/settings';
import { shortenReading } from './shorten-reading';

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
