import { type Context, constants, createContext, Script } from 'node:vm';
import { RehearsalError } from '../../kernel/errors';
import type { FunctionOutcome } from './rules/function-result';
import { type OriginUpdate, readOriginUpdate } from './rules/origin-update';

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
export interface CloudFrontFunction {
  /**
   * Leads to the very request of the event where the function returns it as it came.
   * @param nowMs what time the function believes it is
   * @throws RehearsalError UNSUPPORTED_PROPERTY when it uses what is not modelled of the module `cloudfront`, whatever the
   * function itself makes of that
   */
  (event: FunctionEvent, nowMs: number): FunctionOutcome;
  /** The dimension of its metrics. */
  readonly functionName: string;
}

/**
 * What a function finds beside the language; leads to what sets its time. Its time is frozen while it runs, as on
 * CloudFront, and is the rehearsal's; its chances are the same in every rehearsal (Park and Miller's generator).
 *
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
    let [update, missing] = [undefined, undefined];
    const helpers = { updateRequestOrigin: (properties) => { update = properties; } };
    globalThis[${JSON.stringify('\u0000cloudfront')}] = new Proxy(helpers, {
      get: (known, name) => {
        if (name in known) return known[name];
        missing = missing ?? String(name);
        throw new Error('cf.' + String(name) + ' is not modelled');
      },
    });
    return {
      begin: (ms) => { nowMs = ms; update = undefined; },
      update: () => JSON.stringify(update),
      missing: () => missing,
    };
  })();
`);

/** What of a function's surroundings is in the hands of the rehearsal. */
interface Surroundings {
  /** Sets the time, and forgets what the call before said about the origin. */
  readonly begin: (nowMs: number) => void;
  /** What the last call gave to `cf.updateRequestOrigin`, as JSON. */
  readonly update: () => string | undefined;
  /** The first name of the module `cloudfront` that does not exist. */
  readonly missing: () => string | undefined;
}

/**
 * The one module that is modelled. The code is a script here, in which no import may stand.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
const CLOUDFRONT_IMPORT = /^\s*import\s+(\w+)\s+from\s*(['"])cloudfront\2\s*;?/m;
const withoutImport = (code: string): string =>
  code.replace(
    CLOUDFRONT_IMPORT,
    (_, name) => `var ${name} = globalThis[${JSON.stringify('\u0000cloudfront')}];`,
  );

/**
 * For code that never ends: long enough for a busy machine. CloudFront gives a function less than a millisecond. Real
 * time may end a rehearsal, never change what comes of one.
 */
const ENDLESS_MS = 2_000;

/**
 * To watch the time of a call costs fifty times as much as the call, so that only code with a loop has to pay: `for` or
 * `while`, which ends `do` too, and a bracket, or a comment before it.
 */
const HAS_LOOP = /\b(?:for|while)\s*(?:await\s*)?[(/]/;

/**
 * Loads a CloudFront Function's code.
 * Emulation: Node's own engine, with nothing but the language in reach; the real one knows less of the language and
 * has limits of size and time.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 * @returns throws RehearsalError UNSUPPORTED_PROPERTY when the function loops forever
 * @throws RehearsalError UNSUPPORTED_PROPERTY for code that can't be loaded, and for an async handler
 * @param name for error messages
 * @param functionName what CloudFront calls it
 */
export function loadCloudFrontFunction(code: string, name: string, functionName = name): CloudFrontFunction {
  // An ordinary global object: each look at a name of one that stands for another object costs a call out of the engine.
  // @see https://nodejs.org/api/vm.html#vmconstantsdont_contextify
  const context = createContext(constants.DONT_CONTEXTIFY);
  const surroundings: Surroundings = SURROUNDINGS.runInContext(context);
  const usesCloudFront = CLOUDFRONT_IMPORT.test(code);
  loadHandler(withoutImport(code), name, context);
  if (usesCloudFront) {
    requireModelled(surroundings, name);
  }
  const call = callOf(code, name, context);
  // A function has few updates to make, and makes one for each request.
  const updates = new Map<string, OriginUpdate>();
  const run = (event: FunctionEvent, nowMs: number): FunctionOutcome => {
    surroundings.begin(nowMs);
    try {
      const request = JSON.stringify(event.request);
      const returned = call(eventJson(event, request)) ?? 'null';
      // Most requests go on as they came, and need no second reading.
      return { kind: 'returned', value: returned === request ? event.request : JSON.parse(returned) };
    } catch (error) {
      if (isEndless(error)) {
        throw endless(name, error);
      }
      return { kind: 'threw', error: String(error) };
    }
  };
  const runWithCloudFront = (event: FunctionEvent, nowMs: number): FunctionOutcome => {
    const outcome = run(event, nowMs);
    requireModelled(surroundings, name);
    const json = surroundings.update();
    if (outcome.kind === 'threw' || json === undefined) {
      return outcome;
    }
    const originUpdate = updates.get(json) ?? originUpdateFrom(json, name);
    updates.set(json, originUpdate);
    return { ...outcome, originUpdate };
  };
  return Object.assign(usesCloudFront ? runWithCloudFront : run, { functionName });
}

/** The event as JSON. Its request is put in as it stands: to write it twice would cost as much as the function. */
function eventJson({ version, context, viewer, response }: FunctionEvent, request: string): string {
  const before = JSON.stringify({ version, context, viewer }).slice(0, -1);
  const after = response === undefined ? '' : `,"response":${JSON.stringify(response)}`;
  return `${before},"request":${request}${after}}`;
}

function requireModelled(surroundings: Surroundings, name: string): void {
  const missing = surroundings.missing();
  if (missing !== undefined) {
    throw refusal(name, `cf.${missing} is not modelled`, 'use cf.updateRequestOrigin');
  }
}

function originUpdateFrom(json: string, name: string): OriginUpdate {
  const read = readOriginUpdate(JSON.parse(json));
  if (read.kind === 'update') {
    return read.update;
  }
  throw refusal(
    name,
    `cf.updateRequestOrigin with ${read.problem}`,
    'change timeouts only, within their range',
  );
}

/** Only text and numbers go in and out, so that no object of one side is ever in the hands of the other. */
function callOf(code: string, name: string, context: Context): (eventJson: string) => string | undefined {
  const call = new Script('(eventJson) => JSON.stringify(handler(JSON.parse(eventJson)))', {
    filename: name,
  }).runInContext(context);
  if (!HAS_LOOP.test(code)) {
    return call;
  }
  // A script can have a time limit, a call can't. Its context is not the function's, which would see it.
  const watch = createContext({ call, eventJson: '' });
  const watched = new Script('call(eventJson)');
  return (json) => {
    watch['eventJson'] = json;
    return watched.runInContext(watch, { timeout: ENDLESS_MS });
  };
}

/** By its code: the class of errors is another one in every context. */
const isEndless = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

const refusal = (name: string, problem: string, remedy: string, cause?: unknown): RehearsalError =>
  new RehearsalError('UNSUPPORTED_PROPERTY', `${name}.FunctionCode: ${problem}; ${remedy}`, { cause });

const endless = (name: string, cause: unknown): RehearsalError =>
  refusal(name, `does not end within ${ENDLESS_MS / 1000} seconds`, 'let every loop come to its end', cause);

function loadHandler(code: string, name: string, context: Context): void {
  let kind: unknown;
  try {
    new Script(code, { filename: name }).runInContext(context, { timeout: ENDLESS_MS });
    kind = new Script(
      "typeof handler === 'function' ? handler.constructor.name : typeof handler",
    ).runInContext(context);
  } catch (error) {
    if (isEndless(error)) {
      throw endless(name, error);
    }
    throw refusal(
      name,
      `can't be loaded, got ${error}`,
      'imports but that of cloudfront, and key value stores, are not modelled',
      error,
    );
  }
  if (kind === 'AsyncFunction') {
    throw refusal(name, 'an async handler is not modelled', 'return the request or response itself');
  }
  if (kind !== 'Function') {
    throw refusal(name, `must have a function named handler, got ${kind}`, 'declare it');
  }
}
