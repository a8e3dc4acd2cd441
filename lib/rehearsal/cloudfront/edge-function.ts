import { createContext, Script } from 'node:vm';
import { RehearsalError } from '../errors';
import type { FunctionOutcome } from './rules/function-result';

/** A value as CloudFront Functions see it. Names in lower case. */
export interface FunctionValue {
  value: string;
  /** Every value, where a name comes more than once. */
  multiValue?: { value: string }[];
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
export interface FunctionRequest {
  method: string;
  uri: string;
  querystring: Record<string, FunctionValue>;
  headers: Record<string, FunctionValue>;
  cookies: Record<string, FunctionValue>;
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
export interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: Record<string, FunctionValue>;
  body?: string | { encoding: 'text' | 'base64'; data: string };
}

/** What a function is called with. */
export interface FunctionEvent {
  readonly context: { readonly eventType: 'viewer-request' | 'viewer-response' };
  readonly viewer: { readonly ip: string };
  readonly request: FunctionRequest;
  readonly response?: FunctionResponse;
}

/** A loaded CloudFront Function. */
export interface EdgeFunction {
  (event: FunctionEvent): FunctionOutcome;
  /** The dimension of its metrics. */
  readonly functionName: string;
}

/**
 * Loads a CloudFront Function's code.
 * Emulation: Node's own engine, with nothing but the language in reach; the real one knows less of the language and
 * has limits of size and time.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 * @throws RehearsalError UNSUPPORTED_PROPERTY for an async handler
 * @param name for error messages
 * @param functionName what CloudFront calls it
 */
export function loadEdgeFunction(code: string, name: string, functionName = name): EdgeFunction {
  const context = createContext({ console: { log: () => undefined } });
  new Script(code, { filename: name }).runInContext(context);
  if (new Script("handler.constructor.name === 'AsyncFunction'").runInContext(context)) {
    throw new RehearsalError(
      'UNSUPPORTED_PROPERTY',
      `${name}.FunctionCode: an async handler is not modelled; return the request or response itself`,
    );
  }
  // Only text goes in and out, so that no object of one side is ever in the hands of the other.
  const call: (eventJson: string) => string | undefined = new Script(
    '(eventJson) => JSON.stringify(handler(JSON.parse(eventJson)))',
    { filename: name },
  ).runInContext(context);
  const run = (event: FunctionEvent): FunctionOutcome => {
    try {
      return { kind: 'returned', value: JSON.parse(call(JSON.stringify(event)) ?? 'null') };
    } catch (error) {
      return { kind: 'threw', error: String(error) };
    }
  };
  return Object.assign(run, { functionName });
}
