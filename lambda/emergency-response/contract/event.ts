/** Values as CloudFront Functions see them: lower-case names for headers, one value each. */
export type Values = Record<string, { value: string }>;

/** The request of an event. */
export interface FunctionRequest {
  readonly method: string;
  uri: string;
  readonly querystring: Values;
  readonly headers: Values;
  readonly cookies: Values;
}

/** The response of an event, or the one a function makes. */
export interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  readonly headers: Values;
  readonly cookies?: Values;
  body?: { readonly encoding: 'text'; readonly data: string };
}

/**
 * What CloudFront hands to a function.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export interface FunctionEvent {
  readonly version: '1.0';
  readonly context: { readonly eventType: 'viewer-request' | 'viewer-response' };
  readonly viewer: { readonly ip: string };
  readonly request: FunctionRequest;
}

/** What CloudFront hands to a function on a viewer response. */
export interface FunctionResponseEvent extends FunctionEvent {
  readonly response: FunctionResponse;
}

/** The value of a header in lower case; empty when there is none. */
export function headerOf(request: FunctionRequest, name: string): string {
  const header = request.headers[name];
  return header ? header.value.toLowerCase() : '';
}
