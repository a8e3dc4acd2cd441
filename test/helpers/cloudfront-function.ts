import { runInNewContext } from 'node:vm';
import type {
  FunctionEvent,
  FunctionRequest,
  FunctionResponse,
  FunctionResponseEvent,
  Values,
} from '../../lambda/emergency-response/contract/event';
import {
  type EmergencyEvent,
  emergencyFunctionCode,
  emergencyFunctionSettings,
} from '../../lib/failover/dns-topology/emergency-function-code';
import type { EmergencyPageProps } from '../../lib/page/emergency-page-props';

export type { FunctionEvent, FunctionResponse };

export type FunctionHandler = (
  event: FunctionEvent | FunctionResponseEvent,
) => FunctionRequest & FunctionResponse;

/** Who may show a page in a frame. */
export const FRAME_ANCESTORS = "frame-ancestors 'self' https://shop.example.com";

/** The code that gets deployed for a page. */
export const functionCode = (event: EmergencyEvent, page: EmergencyPageProps): string =>
  emergencyFunctionCode(event, emergencyFunctionSettings(page, FRAME_ANCESTORS));

/** A CloudFront Function, loaded from its code with nothing around it: no timers, no network, no modules. */
export const loadFunction = (event: EmergencyEvent, page: EmergencyPageProps): FunctionHandler =>
  runInNewContext(`${functionCode(event, page)}\nhandler`);

/** Plain headers in the form of an event. */
export const functionHeaders = (headers: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
