import { runInNewContext } from 'node:vm';
import type { OriginTimeouts } from 'cloudfront';
import { storeRequestCode } from '../../lib/failover/edge/store-request-function';
import { functionRequest } from '../../lib/rehearsal/aws/cloudfront/function-event';
import type { EdgeTopology } from '../../lib/understudy-props';
import { EDGE } from './store-props';

/** What a request came to: itself, and what was said about its origin. */
export interface Passed {
  readonly returned: unknown;
  readonly timeouts: OriginTimeouts | undefined;
}

/** A request as CloudFront hands it to the function that gets deployed. */
export const aRequest = (method: string, path: string) => functionRequest({ method, path, headers: {} });

/**
 * Runs the code that gets deployed with nothing around it but the module that it imports.
 * @param updateRequestOrigin in place of AWS's. @default - what is said there is returned
 */
export function passRequest(
  request: unknown,
  topology: Partial<EdgeTopology> = {},
  updateRequestOrigin?: (properties: unknown) => void,
): Passed {
  let timeouts: OriginTimeouts | undefined;
  const cloudfront = {
    updateRequestOrigin: (properties: { readonly timeouts: OriginTimeouts }) => {
      timeouts = properties.timeouts;
      updateRequestOrigin?.(properties);
    },
  };
  const [first = '', ...rest] = storeRequestCode({ ...EDGE, ...topology }).split('\n');
  if (first !== "import cf from 'cloudfront';") {
    throw new Error(`must import in the first line, got ${first}`);
  }
  const handler = runInNewContext(`${rest.join('\n')}\nhandler`, { cf: cloudfront });
  return { returned: handler({ version: '1.0', request }), timeouts };
}
