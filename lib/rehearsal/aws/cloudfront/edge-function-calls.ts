import type { NetworkRequest } from '../../kernel/network/network';
import type {
  CloudFrontFunction,
  FunctionEvent,
  FunctionRequest,
  FunctionResponse,
} from './cloudfront-function';
import type { Distribution } from './distribution';
import { type EdgeAnswer, madeByCloudFront } from './edge-answer';
import { changedRequest, functionRequest, functionResponse, responseHeaders } from './function-event';
import { judgeFunctionResult } from './rules/function-result';
import type { OriginUpdate } from './rules/origin-update';

/** A viewer-request function lets the request go on, changed or not, or answers it. A failed one answers too. */
export type ViewerRequestResult =
  | {
      readonly kind: 'request';
      readonly request: NetworkRequest;
      /** What the function changed of the request's origin. @default - nothing */
      readonly originUpdate?: OriginUpdate;
    }
  | { readonly kind: 'response'; readonly answer: EdgeAnswer };

/** Takes one sample of a metric of CloudFront Functions, by the function's name. */
export type FunctionCounter = (functionName: string, metric: FunctionMetric) => void;
export type FunctionMetric = 'FunctionInvocations' | 'FunctionValidationErrors' | 'FunctionExecutionErrors';

/** What functions are told of, and who counts them. */
export interface EdgeFunctionDeps {
  readonly distribution: Pick<Distribution, 'id' | 'domainName'>;
  readonly count: FunctionCounter;
}

/** A request that functions run for. */
export interface FunctionVisit {
  readonly request: NetworkRequest;
  /** When the viewer asked. */
  readonly startMs: number;
}

/** Emulation: CloudFront Functions take less than a millisecond. */
const FUNCTION_MS = 1;

/** Runs the viewer-request function of a cache behavior. */
export function runViewerRequest(
  edgeFunction: CloudFrontFunction,
  visit: FunctionVisit,
  world: EdgeFunctionDeps,
): ViewerRequestResult {
  const event = eventOf('viewer-request', visit, world);
  const result = call({ edgeFunction, event, atMs: visit.startMs, count: world.count });
  if (result.kind === 'failed') {
    return { kind: 'response', answer: result.answer };
  }
  const { originUpdate } = result;
  if (result.value === event.request) {
    return { kind: 'request', request: visit.request, originUpdate };
  }
  const value = result.value as FunctionRequest | FunctionResponse;
  return 'statusCode' in value
    ? { kind: 'response', answer: answerOf(value) }
    : { kind: 'request', request: changedRequest(visit.request, value), originUpdate };
}

/** Runs the viewer-response function of a cache behavior on an answer. */
export function runViewerResponse(
  edgeFunction: CloudFrontFunction,
  visit: FunctionVisit & { readonly answer: EdgeAnswer },
  world: EdgeFunctionDeps,
): EdgeAnswer {
  const { answer, startMs } = visit;
  const event = { ...eventOf('viewer-response', visit, world), response: functionResponse(answer) };
  const result = call({ edgeFunction, event, atMs: startMs + answer.elapsedMs, count: world.count });
  if (result.kind === 'failed') {
    return result.answer;
  }
  const value = result.value as FunctionResponse;
  const changed = answerOf(value);
  return {
    ...answer,
    status: changed.status,
    headers: changed.headers,
    // A body that the function does not set stays the origin's.
    body: value.body === undefined ? answer.body : changed.body,
    elapsedMs: answer.elapsedMs + FUNCTION_MS,
  };
}

interface Call {
  readonly edgeFunction: CloudFrontFunction;
  readonly event: FunctionEvent;
  readonly atMs: number;
  readonly count: FunctionCounter;
}

type CallResult =
  | { readonly kind: 'returned'; readonly value: unknown; readonly originUpdate?: OriginUpdate }
  | { readonly kind: 'failed'; readonly answer: EdgeAnswer };

function call({ edgeFunction, event, atMs, count }: Call): CallResult {
  const outcome = edgeFunction(event, atMs);
  count(edgeFunction.functionName, 'FunctionInvocations');
  const { request, response, context } = event;
  // As it came, so that there is nothing to find wrong with it.
  if (context.eventType === 'viewer-request' && outcome.kind === 'returned' && outcome.value === request) {
    return outcome;
  }
  const given = Object.keys({ ...request.headers, ...response?.headers });
  const judgement = judgeFunctionResult(context.eventType, outcome, given);
  if (judgement.kind === 'accepted') {
    return outcome.kind === 'returned' ? outcome : { kind: 'returned', value: undefined };
  }
  count(edgeFunction.functionName, judgement.metric);
  // Emulation: no custom error page. AWS does not say whether one covers a function that fails.
  return { kind: 'failed', answer: { ...madeByCloudFront(judgement.status), elapsedMs: FUNCTION_MS } };
}

/** Emulation: every viewer has the same IP address, and the instant of a request stands for its id. */
const eventOf = (
  eventType: FunctionEvent['context']['eventType'],
  { request, startMs }: FunctionVisit,
  { distribution: { id, domainName } }: EdgeFunctionDeps,
): FunctionEvent => ({
  version: '1.0',
  context: {
    distributionDomainName: domainName,
    distributionId: id,
    eventType,
    requestId: String(startMs),
  },
  viewer: { ip: '198.51.100.1' },
  request: functionRequest(request),
});

function answerOf(response: FunctionResponse): EdgeAnswer {
  const { statusCode, body = '' } = response;
  return {
    status: statusCode,
    headers: responseHeaders(response),
    body:
      typeof body === 'string'
        ? Buffer.from(body)
        : Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8'),
    elapsedMs: FUNCTION_MS,
    servedFrom: 'function',
  };
}
