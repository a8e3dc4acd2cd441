import { Console } from 'node:console';
import { existsSync, readFileSync } from 'node:fs';
import type http from 'node:http';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Script } from 'node:vm';
import { after } from '../../../../lambda/shared/contract/wall-clock';
import { RehearsalError } from '../../kernel/errors';
import { requireFrom, requireOwn } from './own-modules';

/** A Lambda handler, called with an event as JSON text, so that no object crosses from one run into another. */
export type Handler = (eventJson: string) => Promise<unknown>;

/** Everything a bundle sees of the world outside. */
export interface BundleDeps {
  /** Environment variables, instead of this process's own. */
  readonly env: Readonly<Record<string, string>>;
  readonly nowMs: () => number;
  /** One line of the function's log. */
  readonly onLog: (line: string) => void;
  /** Requests to somewhere outside AWS. */
  readonly fetch: typeof fetch;
  /** What it gets for `node:http`. @default - Node.js's own */
  readonly http?: typeof http;
  /** The function's `Timeout`. */
  readonly timeoutSeconds: number;
}

/**
 * A handler that ran for longer than its timeout. Emulation: by this machine's own time, because the rehearsal's clock
 * is frozen while a handler runs.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
 */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/**
 * Loads the very bundle that gets deployed. Its `Date`, `process`, `console` and `fetch` are replaced as parameters of the
 * module function, so that it lives on the rehearsal's clock and sees nothing of this machine's environment.
 *
 * @param directory the unpacked asset
 * @param handlerName as in the template, such as `index.handler`
 */
export function loadBundle(directory: string, handlerName: string, deps: BundleDeps): Handler {
  const [file = 'index', exportName = 'handler'] = handlerName.split('.');
  const path = join(directory, `${file}.js`);
  if (!existsSync(path)) {
    throw new RehearsalError(
      'FUNCTION_FAILED',
      `${path}: there is no such file for the handler ${handlerName}; the rehearsal runs CommonJS bundles, unpacked`,
    );
  }
  requireOwn(directory, path);
  const handler = evaluate(directory, path, deps)[exportName];
  if (typeof handler !== 'function') {
    throw new RehearsalError(
      'FUNCTION_FAILED',
      `${path}: the bundle exports no handler, got ${handlerName}; check the function's Handler`,
    );
  }
  return (eventJson) =>
    withinTimeout(deps.timeoutSeconds, async () => handler(JSON.parse(eventJson), context(deps)));
}

/** Runs a CommonJS module. @returns its exports */
function evaluate(directory: string, path: string, deps: BundleDeps): Readonly<Record<string, unknown>> {
  const module = { exports: {} as Record<string, unknown> };
  const define = new Script(
    `(function (exports, require, module, process, console, Date, fetch) {${readFileSync(path, 'utf8')}\n})`,
    {
      filename: path,
    },
  ).runInThisContext();
  const out = lines(deps.onLog);
  define(
    module.exports,
    requireFrom(directory, path, deps.http),
    module,
    processWith(deps.env, out),
    new Console(out),
    dateAt(deps.nowMs),
    deps.fetch,
  );
  return module.exports;
}

async function withinTimeout<T>(seconds: number, run: () => Promise<T>): Promise<T> {
  let stopWaiting: (() => void) | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new TimedOut(`Task timed out after ${seconds.toFixed(2)} seconds`));
    stopWaiting = after(seconds * 1000, giveUp);
  });
  try {
    return await Promise.race([run(), tooLate]);
  } finally {
    stopWaiting?.();
  }
}

/** The `Date` of a world with another clock: only "now" differs. */
const dateAt = (nowMs: () => number): DateConstructor =>
  new Proxy(Date, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [nowMs()] : args),
    get: (target, property) => (property === 'now' ? nowMs : Reflect.get(target, property)),
  });

/** This process, but with another environment and its output caught. */
function processWith(env: Readonly<Record<string, string>>, out: Writable): NodeJS.Process {
  const replaced: Record<PropertyKey, unknown> = {
    env: { ...env },
    stdout: out,
    stderr: out,
    emitWarning: () => undefined,
  };
  return new Proxy(process, {
    get: (target, property) => {
      if (property in replaced) {
        return replaced[property];
      }
      const value = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const lines = (onLine: (line: string) => void): Writable =>
  new Writable({
    write: (chunk, _encoding, done) => {
      for (const line of String(chunk).split('\n').filter(Boolean)) {
        onLine(line);
      }
      done();
    },
  });

/** @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
const context = ({ nowMs, timeoutSeconds }: BundleDeps) => ({
  functionName: 'rehearsal',
  functionVersion: '$LATEST',
  awsRequestId: `rehearsal-${nowMs()}`,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => timeoutSeconds * 1000,
});
