import type { OriginUpdate } from './origin-update';

/** What came of running a CloudFront Function. */
export type FunctionOutcome =
  | {
      readonly kind: 'returned';
      readonly value: unknown;
      /** What it changed of the request's origin. @default - nothing */
      readonly originUpdate?: OriginUpdate;
    }
  | { readonly kind: 'threw'; readonly error: string };

/** Whether CloudFront goes on with what a function returned. */
export type FunctionJudgement =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'failed';
      readonly status: 502 | 503;
      readonly metric: 'FunctionValidationErrors' | 'FunctionExecutionErrors';
      readonly because: string;
    };

/** Headers that a function may not add. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html */
const DISALLOWED =
  /^(connection|expect|keep-alive|proxy-.*|trailer|upgrade|x-accel-.*|x-amz-cf-.*|x-amzn-.*|x-cache.*|x-edge-.*|x-forwarded-proto|x-real-ip)$/;

/**
 * Judges what a CloudFront Function returned. Emulation: the shape, the status and the names of headers are checked;
 * sizes, and changes of headers that are read-only, are not. That a value of another type than text is invalid follows
 * from the structure of events only.
 *
 * @param requestHeaders Names that were in the viewer's request, which a function may hand on.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-503-service-unavailable.html
 */
export function judgeFunctionResult(
  eventType: 'viewer-request' | 'viewer-response',
  outcome: FunctionOutcome,
  requestHeaders: readonly string[],
): FunctionJudgement {
  // A function that throws is an execution error: 503.
  if (outcome.kind === 'threw') {
    const because = `the ${eventType} function failed: ${outcome.error}`;
    return { kind: 'failed', status: 503, metric: 'FunctionExecutionErrors', because };
  }
  // A function that returns something invalid is a validation error: 502.
  const problem = problemWith(eventType, outcome.value, requestHeaders);
  if (problem === undefined) {
    return { kind: 'accepted' };
  }
  const because = `the ${eventType} function returned ${problem}`;
  return { kind: 'failed', status: 502, metric: 'FunctionValidationErrors', because };
}

function problemWith(
  eventType: string,
  value: unknown,
  requestHeaders: readonly string[],
): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return 'no object';
  }
  const { statusCode, uri, headers, body } = value as Readonly<Record<string, unknown>>;
  if (statusCode === undefined && eventType === 'viewer-response') {
    return 'no response';
  }
  if (statusCode === undefined && (typeof uri !== 'string' || !uri.startsWith('/'))) {
    return 'a request whose uri does not begin with a slash';
  }
  if (statusCode !== undefined && !isStatus(statusCode)) {
    return `status ${JSON.stringify(statusCode)}`;
  }
  const wrong = Object.keys(headers ?? {}).find(
    (name) => DISALLOWED.test(name.toLowerCase()) && !requestHeaders.includes(name),
  );
  if (wrong !== undefined) {
    return `the header ${wrong}, which functions may not add`;
  }
  if (!isBody(body)) {
    return 'a body that is no text';
  }
  return PARTS.map((part) => problemWithValues(part, value)).find((problem) => problem !== undefined);
}

/** What names values, each as `{ "value": "text" }`. */
const PARTS = ['headers', 'cookies', 'querystring'] as const;

function problemWithValues(part: (typeof PARTS)[number], returned: object): string | undefined {
  const values = (returned as Readonly<Record<string, unknown>>)[part];
  if (values === undefined) {
    return undefined;
  }
  if (typeof values !== 'object' || values === null) {
    return `${part} that are no object`;
  }
  const wrong = Object.entries(values).find(([, one]) => typeof one?.value !== 'string');
  return wrong === undefined ? undefined : `${part}.${wrong[0]} without a text as its value`;
}

/** A text, as it is or with its encoding. */
const isBody = (body: unknown): boolean =>
  body === undefined ||
  typeof body === 'string' ||
  (typeof body === 'object' && body !== null && 'data' in body && typeof body.data === 'string');

const isStatus = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599;
