import type { FunctionEvent, FunctionRequest } from '../emergency-response/event';
import './settings';
import { shortenReading } from './shorten-reading';

/** What is done with a request on its way to the store, in this order. */
const STEPS: readonly ((request: FunctionRequest) => void)[] = [shortenReading];

/**
 * Every request of the store's default behavior. Whatever fails here, the request goes on to the store, with the long
 * timeouts that its origin has.
 */
export function handler(event: FunctionEvent): FunctionRequest {
  try {
    for (let i = 0; i < STEPS.length; i += 1) STEPS[i]?.(event.request);
  } catch {
    // The request goes on as it came.
  }
  return event.request;
}
