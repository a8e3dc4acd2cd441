import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

/** Headers as CloudFront Functions see them: lower-case names, one value each. */
export type FunctionHeaders = Record<string, { value: string }>;

/** The request of an event. */
export interface FunctionRequest {
  method: string;
  uri: string;
  querystring: Record<string, { value: string }>;
  headers: FunctionHeaders;
  cookies: Record<string, { value: string }>;
}

/** The response of an event, or the one a function makes. */
export interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  headers: FunctionHeaders;
  cookies?: Record<string, { value: string }>;
  body?: { encoding: string; data: string };
}

/** What CloudFront hands to a function. */
export interface FunctionEvent {
  version: '1.0';
  context: { eventType: 'viewer-request' | 'viewer-response' };
  viewer: { ip: string };
  request: FunctionRequest;
  response?: FunctionResponse;
}

export type FunctionHandler = (event: FunctionEvent) => FunctionRequest & FunctionResponse;

/** Path of a function's source below `lambda/emergency-response`. */
export const functionPath = (file: string): string =>
  join(__dirname, '../../lambda/emergency-response', file);

/** A CloudFront Function, loaded from its source with nothing around it: no timers, no network, no modules. */
export const loadFunction = (file: string): FunctionHandler =>
  runInNewContext(`${readFileSync(functionPath(file), 'utf8')}\nhandler`);

/** Plain headers in the form of an event. */
export const functionHeaders = (headers: Readonly<Record<string, string>>): FunctionHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
