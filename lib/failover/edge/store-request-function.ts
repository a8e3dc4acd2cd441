import {
  Function as CloudFrontFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { StoreRequestSettings } from '../../../lambda/store-request/contract/settings';
import { checkoutExpression } from '../../page/checkout-expression';
import { edgeFunctionCode } from '../../private/bundling/edge-function-code';
import type { EdgeTopology } from '../../understudy-props';
import { PAYMENT_RETURN_PATH_PATTERNS } from './payment-returns';
import { storeTimeouts } from './store-timeouts';

/**
 * The CloudFront Function before the store. It gives up on pages after the read timeout; forms and payments have the long
 * timeout of the origin itself. Thus nothing that goes wrong here, not the function, not a path nobody thought of, can
 * cut a payment off; it only lets a page hang for longer. No path pattern could do it: stores send forms to the address
 * of the page they are on, WooCommerce its orders to `/?wc-ajax=checkout`. A function costs $0.10 per million requests.
 *
 * There is none when pages may take as long as forms.
 */
export function storeRequestFunction(scope: Construct, topology: EdgeTopology): FunctionAssociation[] {
  const { readTimeout, writeTimeout } = storeTimeouts(topology);
  if (readTimeout.toSeconds() >= writeTimeout.toSeconds()) {
    return [];
  }
  const viewerRequest = new CloudFrontFunction(scope, 'StoreRequest', {
    code: FunctionCode.fromInline(storeRequestCode(topology)),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'Understudy: short waits for pages, long ones for payments',
  });
  return [{ eventType: FunctionEventType.VIEWER_REQUEST, function: viewerRequest }];
}

/** @throws Error at synth, when there are more patterns than CloudFront lets a function have */
export const storeRequestCode = (topology: EdgeTopology): string =>
  edgeFunctionCode({
    name: 'store-request/viewer-request',
    variable: 'STORE_REQUEST',
    settings: storeRequestSettings(topology),
    tooLarge: (bytes, most) =>
      `topology.paymentReturnPathPatterns: make the function too large, got ${bytes} bytes; at most ${most}, so name fewer`,
  });

function storeRequestSettings(topology: EdgeTopology): StoreRequestSettings {
  const { connectionTimeout, readTimeout, completionTimeout } = storeTimeouts(topology);
  const patterns = topology.paymentReturnPathPatterns ?? PAYMENT_RETURN_PATH_PATTERNS;
  return {
    // Both are named: AWS does not say whether one that is left out of them is the origin's or CloudFront's own.
    reading: {
      readTimeout: readTimeout.toSeconds(),
      connectionTimeout: connectionTimeout.toSeconds(),
      responseCompletionTimeout: completionTimeout?.toSeconds(),
    },
    // An expression without alternatives would fit every path.
    paymentReturns: patterns.length === 0 ? '^$' : checkoutExpression(patterns),
  };
}
