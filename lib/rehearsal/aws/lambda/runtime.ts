import type { ServiceName } from '../aws-api/calls';
import { guardServer } from '../aws-api/guard-server';
import {
  type ApiRequest,
  type ApiResponse,
  type ApiServer,
  type ApiService,
  startApiServer,
} from '../aws-api/server';
import { type LocalTables, startDynamoDb } from '../dynamodb/tables';
import { type BundleDeps, type Handler, loadBundle } from './bundle';
import { type ExternalHttp, fetchFrom } from './external-http';
import { inProcessHttp } from './in-process-http';

/** The services that functions call and a world has, by the name that the SDK uses in `AWS_ENDPOINT_URL_<NAME>`. */
export type FunctionServices = Readonly<Record<Exclude<ServiceName, 'DYNAMODB'>, ApiService>>;

/** What a world brings along for its functions. */
export interface RuntimeDeps {
  readonly services: FunctionServices;
  /** What a service answers to somebody who may not ask for that; undefined for everybody else. */
  readonly refuse: (service: ServiceName, request: ApiRequest) => ApiResponse | undefined;
  readonly nowMs: () => number;
  readonly outside: ExternalHttp;
  /** One line of a function's log. */
  readonly onLog: (line: string, functionName: string) => void;
}

/** A bundle and how it is run. */
export type BundleSettings = Pick<BundleDeps, 'env' | 'timeoutSeconds'> & {
  /** The unpacked asset. */
  readonly directory: string;
  readonly handlerName: string;
};

/**
 * Where functions run: the local servers that they talk to, and the functions that were loaded once. It serves one
 * world after the other and stays warm in between, as Lambda's own do: to start servers and to load a bundle takes
 * longer than to play an outage. While it waits it does not keep the process alive.
 */
export class Runtime {
  private readonly handlers = new Map<string, Handler>();
  private readonly http: BundleDeps['http'];
  private world: RuntimeDeps | undefined;

  private constructor(
    private readonly api: ApiServer,
    readonly tables: LocalTables,
  ) {
    this.http = inProcessHttp([api.server, tables.server]);
  }

  static async start(): Promise<Runtime> {
    const forward =
      (name: keyof FunctionServices): ApiService =>
      (request) =>
        runtime.servedWorld().refuse(name, request) ?? runtime.servedWorld().services[name](request);
    const api = await startApiServer({
      CLOUDWATCH: forward('CLOUDWATCH'),
      SNS: forward('SNS'),
      S3: forward('S3'),
      ROUTE_53: forward('ROUTE_53'),
      SECRETS_MANAGER: forward('SECRETS_MANAGER'),
      SQS: forward('SQS'),
      SCHEDULER: forward('SCHEDULER'),
    });
    const tables = await startDynamoDb();
    guardServer(tables.server, (request) => runtime.world?.refuse('DYNAMODB', request));
    const runtime: Runtime = new Runtime(api, tables);
    return runtime;
  }

  serve(world: RuntimeDeps): void {
    this.world = world;
  }

  /** Endpoints of the services, as the SDK's own environment variables. */
  get serviceEnv(): Readonly<Record<string, string>> {
    return { ...this.api.env, AWS_ENDPOINT_URL_DYNAMODB: this.tables.endpoint };
  }

  /** The handler of a bundle, loaded once for each environment. */
  handler({ directory, handlerName, env, timeoutSeconds }: BundleSettings): Handler {
    const key = JSON.stringify([directory, handlerName, env, timeoutSeconds]);
    const known = this.handlers.get(key);
    if (known !== undefined) {
      return known;
    }
    const nowMs = () => this.servedWorld().nowMs();
    const handler = loadBundle(directory, handlerName, {
      env,
      timeoutSeconds,
      nowMs,
      fetch: fetchFrom(() => this.servedWorld().outside, env['AWS_LAMBDA_FUNCTION_NAME']),
      http: this.http,
      onLog: (line) => this.servedWorld().onLog(line, env['AWS_LAMBDA_FUNCTION_NAME'] ?? ''),
    });
    this.handlers.set(key, handler);
    return handler;
  }

  private servedWorld(): RuntimeDeps {
    if (this.world === undefined) {
      throw new Error('a function ran outside of any world');
    }
    return this.world;
  }
}

const idle: Runtime[] = [];

/** A runtime that no other world uses. */
export const acquireRuntime = async (): Promise<Runtime> => idle.pop() ?? Runtime.start();

/** Empties a runtime for the next world. */
export async function releaseRuntime(runtime: Runtime): Promise<void> {
  await runtime.tables.drop();
  idle.push(runtime);
}
