import { createContext, Script } from 'node:vm';

/** A value as CloudFront Functions see it. Names in lower case. */
interface FunctionValue {
  value: string;
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
export type EdgeFunction = (event: FunctionEvent) => FunctionRequest | FunctionResponse;

/**
 * Loads a CloudFront Function's code.
 * Emulation: Node's own engine, with nothing but the language in reach; the real one knows less of the language and
 * has limits of size and time.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 * @param name for error messages
 */
export function loadEdgeFunction(code: string, name: string): EdgeFunction {
  const context = createContext({ console: { log: () => undefined } });
  new Script(code, { filename: name }).runInContext(context);
  const call = new Script('JSON.stringify(handler(JSON.parse(__event)))', { filename: name });
  return (event) => {
    context['__event'] = JSON.stringify(event);
    return JSON.parse(call.runInContext(context));
  };
}
