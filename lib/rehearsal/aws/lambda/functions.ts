import { z } from 'zod';
import type { Clock } from '../../kernel/clock/clock';
import { RehearsalError } from '../../kernel/errors';
import type { EventLog } from '../../kernel/event-log';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import type { Deployment, ModelledResource } from '../assembly/deployment';
import { regionOf } from '../assembly/region-of';
import type { MetricStore } from '../cloudwatch/metric-store';
import type { Gate } from '../iam/gatekeeper';
import type { Queues } from '../sqs/queues';
import { type Handler, loadBundle, TimedOut } from './bundle';
import { type ExternalHttp, fetchFrom } from './external-http';
import { EVENT_INVOKE_CONFIG, FUNCTION } from './resource';
import { asyncRetry } from './rules/async-retry';
import type { BundleSettings } from './runtime';

/** What functions need of the rest of the world. */
export interface FunctionDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly metrics: MetricStore;
  readonly queues: Queues;
  /** @default - those of the table */
  readonly unknowns?: UnknownValues;
  /** Decides what functions may do. */
  readonly gate: Gate;
  /** Endpoints of the emulated services, as the SDK's own environment variables. Asked when a function first runs. */
  readonly serviceEnv: () => Readonly<Record<string, string>>;
  /** Loads a bundle. @default - afresh, on this world's clock */
  readonly load?: (bundle: BundleSettings) => Handler;
  /**
   * Whether a function throws as soon as it starts.
   * @param byTopic whether SNS invokes it
   * @default - none does
   */
  readonly fails?: (byTopic: boolean) => boolean;
}

/** Without a world there is nobody outside. */
const NO_NETWORK: ExternalHttp = () => ({ status: 503 });

type FunctionResource = ModelledResource<(typeof FUNCTION)['properties']['_output']>;
type InvokeConfig = (typeof EVENT_INVOKE_CONFIG)['properties']['_output'];

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
const FROM_TOPIC = z.object({ Records: z.tuple([z.object({ EventSource: z.literal('aws:sns') })]) });

/** One event on its way through a function. */
interface Invocation {
  readonly resource: FunctionResource;
  readonly eventJson: string;
  /** Whether SNS invokes it. */
  readonly byTopic: boolean;
  readonly arrivedMs: number;
  readonly retries: number;
}

/** The stack's Lambda functions, invoked asynchronously as EventBridge and SNS do it. */
export class Functions {
  private readonly byArn: ReadonlyMap<string, FunctionResource>;
  private readonly configs: ReadonlyMap<string, InvokeConfig>;
  private readonly loaded = new Map<string, Handler>();

  constructor(
    private readonly deployment: Deployment,
    private readonly world: FunctionDeps,
  ) {
    this.byArn = new Map(deployment.all(FUNCTION).map((resource) => [resource.attribute('Arn'), resource]));
    this.configs = new Map(
      deployment.all(EVENT_INVOKE_CONFIG).map(({ properties }) => [properties.FunctionName, properties]),
    );
  }

  has(functionArn: string): boolean {
    return this.byArn.has(functionArn);
  }

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for a function that a rehearsal can't run */
  requireRunnable(functionArn: string): void {
    const resource = this.byArn.get(functionArn);
    if (resource !== undefined) {
      this.assetOf(resource);
    }
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
    const arrivedMs = this.world.clock.nowMs;
    const byTopic = FROM_TOPIC.safeParse(event).success;
    const invocation = { resource, eventJson: JSON.stringify(event), byTopic, arrivedMs, retries: 0 };
    const { functionStartMs } = this.world.unknowns ?? UNKNOWN_DEFAULTS;
    this.world.clock.at(arrivedMs + functionStartMs, () => this.attempt(invocation));
  }

  /**
   * Invokes a function and waits for its answer, as a person's command does.
   * @throws Error when the function breaks, or there is none of this name
   */
  async ask(functionName: string, request: unknown): Promise<unknown> {
    const resource = [...this.byArn.values()].find(({ ref }) => ref === functionName);
    if (resource === undefined) {
      throw new Error(`there is no function ${functionName}`);
    }
    this.count(resource, 'Invocations', 1);
    try {
      if (this.world.fails?.(false)) {
        throw new Error(`${functionName}: broke as it started`);
      }
      this.requireRole(resource);
      const answer = await this.handler(resource)(JSON.stringify(request));
      this.count(resource, 'Errors', 0);
      return answer;
    } catch (error) {
      this.count(resource, 'Errors', 1);
      throw error;
    }
  }

  private async attempt(invocation: Invocation): Promise<void> {
    const { resource, eventJson, byTopic } = invocation;
    this.count(resource, 'Invocations', 1);
    try {
      if (this.world.fails?.(byTopic)) {
        throw new Error('the function broke as it started');
      }
      this.requireRole(resource);
      await this.handler(resource)(eventJson);
      this.count(resource, 'Errors', 0);
      this.note(resource, 'succeeded', 'the handler returned');
    } catch (error) {
      // Not the handler's fault: nothing that AWS would retry.
      if (error instanceof RehearsalError) {
        throw error;
      }
      const { clock } = this.world;
      const tookMs = error instanceof TimedOut ? resource.properties.Timeout * 1000 : 0;
      clock.at(clock.nowMs + tookMs, () => this.failed(invocation, String(error)));
    }
  }

  private failed(invocation: Invocation, because: string): void {
    const { resource, arrivedMs, retries } = invocation;
    const { clock } = this.world;
    this.count(resource, 'Errors', 1);
    this.note(resource, 'failed', because);
    const config = this.configs.get(resource.ref);
    const decision = asyncRetry({
      retries,
      ageMs: clock.nowMs - arrivedMs,
      maximumRetryAttempts: config?.MaximumRetryAttempts,
      maximumEventAgeSeconds: config?.MaximumEventAgeInSeconds,
    });
    if (decision.kind === 'discard') {
      this.discard(resource);
    } else {
      clock.at(clock.nowMs + decision.delayMs, () => this.attempt({ ...invocation, retries: retries + 1 }));
    }
  }

  private discard(resource: FunctionResource): void {
    const onFailure = this.configs.get(resource.ref)?.DestinationConfig?.OnFailure?.Destination;
    const deadLetterQueue = resource.properties.DeadLetterConfig?.TargetArn;
    for (const queueArn of [onFailure, deadLetterQueue]) {
      if (queueArn !== undefined && !this.isRefused(resource, queueArn)) {
        this.world.queues.send(queueArn);
      }
    }
  }

  /**
   * Lambda sends to queues as the function.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
   */
  private isRefused({ ref }: FunctionResource, queueArn: string): boolean {
    const caller = this.world.gate.function(ref);
    const call = { action: 'sqs:SendMessage', resource: queueArn, context: {} };
    return caller !== undefined && this.world.gate.refuse(caller, [call]) !== undefined;
  }

  /**
   * Lambda acts as the function's role. Emulation: one that does not trust Lambda fails each run; AWS refuses to deploy it.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
   */
  private requireRole({ ref, attribute }: FunctionResource): void {
    const caller = this.world.gate.function(ref);
    if (caller?.kind !== 'role') {
      return;
    }
    const call = { action: 'sts:AssumeRole', resource: caller.arn };
    if (this.world.gate.refuseService('lambda.amazonaws.com', attribute('Arn'), [call]) !== undefined) {
      throw new Error('The role defined for the function cannot be assumed by Lambda.');
    }
  }

  private count({ ref }: FunctionResource, name: 'Invocations' | 'Errors', value: number): void {
    this.world.metrics.put({ namespace: 'AWS/Lambda', name, dimensions: { FunctionName: ref } }, value);
  }

  private note({ logicalId }: FunctionResource, outcome: 'succeeded' | 'failed', because: string): void {
    this.world.log.record({ kind: 'function', name: logicalId, outcome, because });
  }

  private handler(resource: FunctionResource): Handler {
    const known = this.loaded.get(resource.ref);
    if (known !== undefined) {
      return known;
    }
    const { Handler: handlerName, Timeout: timeoutSeconds, Environment } = resource.properties;
    const env = {
      ...this.world.serviceEnv(),
      ...LAMBDA_ENV,
      ...Environment?.Variables,
      // Tells the services whose role asks.
      AWS_ACCESS_KEY_ID: resource.ref,
      AWS_LAMBDA_FUNCTION_NAME: resource.ref,
      AWS_REGION: regionOf(resource.attribute('Arn')),
    };
    const { load = (bundle) => this.loadAnew(bundle) } = this.world;
    const handler = load({ directory: this.assetOf(resource), handlerName, env, timeoutSeconds });
    this.loaded.set(resource.ref, handler);
    return handler;
  }

  private loadAnew({ directory, handlerName, env, timeoutSeconds }: BundleSettings): Handler {
    const nowMs = () => this.world.clock.nowMs;
    return loadBundle(directory, handlerName, {
      env,
      timeoutSeconds,
      nowMs,
      fetch: fetchFrom(() => NO_NETWORK),
      onLog: () => undefined,
    });
  }

  private assetOf({ name, properties }: FunctionResource): string {
    const { Code, Runtime = 'nodejs' } = properties;
    if (!Runtime.startsWith('nodejs')) {
      throw cantRun(`${name}.Runtime`, `runs Node.js only, got ${Runtime}; rehearse without this function`);
    }
    if (Code.S3Key === undefined) {
      throw cantRun(`${name}.Code.ZipFile`, 'runs bundles only; use an asset');
    }
    return this.deployment.assetPath(Code.S3Key);
  }
}

const cantRun = (where: string, what: string): RehearsalError =>
  new RehearsalError('UNSUPPORTED_PROPERTY', `${where}: the rehearsal ${what}`);

/** What Lambda sets for every function; the credentials open nothing. */
const LAMBDA_ENV = {
  AWS_SECRET_ACCESS_KEY: 'rehearsal',
  AWS_EC2_METADATA_DISABLED: 'true',
};
