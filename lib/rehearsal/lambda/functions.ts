import type { Deployment, ModelledResource } from '../assembly/deployment';
import { REGION } from '../assembly/physical-ids';
import type { Clock } from '../clock/clock';
import type { MetricStore } from '../cloudwatch/metric-store';
import { RehearsalError } from '../errors';
import type { EventLog } from '../event-log';
import type { Queues } from '../sqs/queues';
import { type Handler, loadBundle } from './bundle';
import { EVENT_INVOKE_CONFIG, FUNCTION } from './resource';

/** Emulation: what the function's start and the way to it take. AWS states no figure. */
const START_MS = 500;

/**
 * Waits before the first and the second retry of an asynchronous invocation.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
const RETRY_DELAYS_MS = [60_000, 120_000];

/** What functions need of the rest of the world. */
export interface FunctionSurroundings {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly metrics: MetricStore;
  readonly queues: Queues;
  /** Endpoints of the emulated services, as the SDK's own environment variables. Asked when a function first runs. */
  readonly serviceEnv: () => Readonly<Record<string, string>>;
  /** Whether every function throws as soon as it starts. @default - none does */
  readonly fails?: () => boolean;
}

type FunctionResource = ModelledResource<(typeof FUNCTION)['properties']['_output']>;

/** The stack's Lambda functions, invoked asynchronously as EventBridge does it. */
export class Functions {
  private readonly byArn: ReadonlyMap<string, FunctionResource>;
  private readonly retries: ReadonlyMap<string, { MaximumRetryAttempts: number; onFailure?: string }>;
  private readonly loaded = new Map<string, Handler>();

  constructor(
    private readonly deployment: Deployment,
    private readonly world: FunctionSurroundings,
  ) {
    this.byArn = new Map(deployment.all(FUNCTION).map((resource) => [resource.attribute('Arn'), resource]));
    this.retries = new Map(
      deployment.all(EVENT_INVOKE_CONFIG).map(({ properties }) => [
        properties.FunctionName,
        {
          MaximumRetryAttempts: properties.MaximumRetryAttempts,
          onFailure: properties.DestinationConfig?.OnFailure?.Destination,
        },
      ]),
    );
  }

  /** @throws RehearsalError when the stack has no such function */
  invoke(functionArn: string, event: unknown): void {
    const resource = this.byArn.get(functionArn);
    if (resource === undefined) {
      throw new RehearsalError(
        'UNSUPPORTED_RESOURCE',
        `${functionArn}: an event goes to something that is no function of this assembly`,
      );
    }
    const eventJson = JSON.stringify(event);
    this.world.clock.at(this.world.clock.nowMs + START_MS, () => this.attempt(resource, eventJson, 0));
  }

  private async attempt(resource: FunctionResource, eventJson: string, attempt: number): Promise<void> {
    const { log, clock, metrics } = this.world;
    const dimensions = { FunctionName: resource.ref };
    metrics.put({ namespace: 'AWS/Lambda', name: 'Invocations', dimensions }, 1);
    try {
      if (this.world.fails?.()) throw new Error('the function broke as it started');
      await this.handler(resource)(eventJson);
      metrics.put({ namespace: 'AWS/Lambda', name: 'Errors', dimensions }, 0);
      log.record({
        kind: 'function',
        name: resource.logicalId,
        outcome: 'succeeded',
        because: 'the handler returned',
      });
    } catch (error) {
      // Not the handler's fault: nothing that AWS would retry.
      if (error instanceof RehearsalError) throw error;
      metrics.put({ namespace: 'AWS/Lambda', name: 'Errors', dimensions }, 1);
      log.record({ kind: 'function', name: resource.logicalId, outcome: 'failed', because: String(error) });
      const { MaximumRetryAttempts = 2, onFailure } = this.retries.get(resource.ref) ?? {};
      const delayMs = RETRY_DELAYS_MS[attempt];
      if (attempt < MaximumRetryAttempts && delayMs !== undefined) {
        clock.at(clock.nowMs + delayMs, () => this.attempt(resource, eventJson, attempt + 1));
      } else if (onFailure !== undefined) this.world.queues.send(onFailure);
    }
  }

  private handler(resource: FunctionResource): Handler {
    const known = this.loaded.get(resource.ref);
    if (known !== undefined) return known;
    const handler = loadBundle(this.assetOf(resource), resource.properties.Handler, {
      env: {
        ...this.world.serviceEnv(),
        ...LAMBDA_ENV,
        ...resource.properties.Environment?.Variables,
        AWS_LAMBDA_FUNCTION_NAME: resource.ref,
      },
      nowMs: () => this.world.clock.nowMs,
      onLog: () => undefined,
    });
    this.loaded.set(resource.ref, handler);
    return handler;
  }

  private assetOf({ name, properties }: FunctionResource): string {
    if (properties.Code.S3Key === undefined) {
      throw new RehearsalError(
        'UNSUPPORTED_PROPERTY',
        `${name}.Code.ZipFile: the rehearsal runs bundles only; use an asset`,
      );
    }
    return this.deployment.assetPath(properties.Code.S3Key);
  }
}

/** What Lambda sets for every function; the credentials open nothing. */
const LAMBDA_ENV = {
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'rehearsal',
  AWS_SECRET_ACCESS_KEY: 'rehearsal',
  AWS_EC2_METADATA_DISABLED: 'true',
};
