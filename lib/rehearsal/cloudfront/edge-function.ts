import { type Context, createContext, Script } from 'node:vm';
import { RehearsalError } from '../errors';
import type { FunctionOutcome } from './rules/function-result';

/** A value as CloudFront Functions see it. Names in lower case. */
export interface FunctionValue {
  value: string;
  /** Every value, where a name comes more than once. */
  multiValue?: { value: string }[];
  /** Of a cookie that goes to the viewer. */
  attributes?: string;
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
  cookies?: Record<string, FunctionValue>;
  body?: string | { encoding: 'text' | 'base64'; data: string };
}

/** What a function is called with. */
export interface FunctionEvent {
  readonly version: '1.0';
  readonly context: {
    readonly distributionDomainName: string;
    readonly distributionId: string;
    readonly eventType: 'viewer-request' | 'viewer-response';
    readonly requestId: string;
  };
  readonly viewer: { readonly ip: string };
  readonly request: FunctionRequest;
  readonly response?: FunctionResponse;
}

/** A loaded CloudFront Function. */
export interface EdgeFunction {
  /** @param nowMs what time the function believes it is */
  (event: FunctionEvent, nowMs: number): FunctionOutcome;
  /** The dimension of its metrics. */
  readonly functionName: string;
}

/**
 * What a function finds beside the language; leads to what sets its time. Its time stands still while it runs, as on CloudFront, and is the
 * rehearsal's; its chances are the same in every rehearsal (Park and Miller's generator).
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const SURROUNDINGS = new Script(`
  var console = { log() {} };
  (() => {
    const Wall = Date;
    let [nowMs, state] = [0, 1];
    Date = new Proxy(Wall, {
      apply: () => new Wall(nowMs).toString(),
      construct: (_, given) => new Wall(...(given.length > 0 ? given : [nowMs])),
      get: (_, name) => (name === 'now' ? () => nowMs : Wall[name]),
    });
    Math.random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    return (ms) => { nowMs = ms; };
  })();
`);

/** For code that does not get through its first lines. CloudFront gives a function less than a millisecond. */
const LOADING_MS = 1_000;

/**
 * Loads a CloudFront Function's code.
 * Emulation: Node's own engine, with nothing but the language in reach; the real one knows less of the language and
 * has limits of size and time.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 * @throws RehearsalError UNSUPPORTED_PROPERTY for code that can't be loaded, and for an async handler
 * @param name for error messages
 * @param functionName what CloudFront calls it
 */
export function loadEdgeFunction(code: string, name: string, functionName = name): EdgeFunction {
  const context = createContext({});
  const setTime: (nowMs: number) => void = SURROUNDINGS.runInContext(context);
  loadHandler(code, name, context);
  // Only text and numbers go in and out, so that no object of one side is ever in the hands of the other.
  const call: (eventJson: string) => string | undefined = new Script(
    '(eventJson) => JSON.stringify(handler(JSON.parse(eventJson)))',
    { filename: name },
  ).runInContext(context);
  const run = (event: FunctionEvent, nowMs: number): FunctionOutcome => {
    setTime(nowMs);
    try {
      return { kind: 'returned', value: JSON.parse(call(JSON.stringify(event)) ?? 'null') };
    } catch (error) {
      return { kind: 'threw', error: String(error) };
    }
  };
  return Object.assign(run, { functionName });
}

function loadHandler(code: string, name: string, context: Context): void {
  const refuse = (problem: string, remedy: string, cause?: unknown) =>
    new RehearsalError('UNSUPPORTED_PROPERTY', `${name}.FunctionCode: ${problem}; ${remedy}`, { cause });
  let kind: unknown;
  try {
    new Script(code, { filename: name }).runInContext(context, { timeout: LOADING_MS });
    kind = new Script(
      "typeof handler === 'function' ? handler.constructor.name : typeof handler",
    ).runInContext(context);
  } catch (error) {
    throw refuse(`can't be loaded, got ${error}`, 'imports and key value stores are not modelled', error);
  }
  if (kind === 'AsyncFunction')
    throw refuse('an async handler is not modelled', 'return the request or response itself');
  if (kind !== 'Function') throw refuse(`must have a function named handler, got ${kind}`, 'declare it');
}
