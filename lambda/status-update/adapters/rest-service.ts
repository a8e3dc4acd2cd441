import { text } from 'node:stream/consumers';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { HttpRequest } from '@smithy/core/protocols';
import { isThrottlingError, isTransientError } from '@smithy/core/retry';
import { Hash } from '@smithy/core/serde';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { pause } from '../../shared/contract/wall-clock';

/** A service of AWS that speaks plain HTTP, and how long to wait for it. */
export interface RestServiceOptions {
  /** As in signatures, such as `s3`. */
  readonly service: 's3' | 'route53' | 'scheduler' | 'dynamodb' | 'monitoring';
  /** Of the signature: global services have theirs in us-east-1. */
  readonly region: string;
  /** Where it listens, such as `https://route53.amazonaws.com`; it may end in a path. */
  readonly endpoint: string;
  /** From 1. */
  readonly maxAttempts: number;
  /** Longest wait for one answer, connecting included. */
  readonly timeoutMs: number;
  /** For a service that is asked several times in one run. @default false, a new connection for each request */
  readonly keepsConnections?: boolean;
  /** @default - those of the environment, as Lambda sets them */
  readonly credentials?: ReturnType<typeof fromEnv>;
}

/** One request. */
export interface RestRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below the endpoint, with a slash at its start; of characters that need no escaping. */
  readonly path: string;
  /** @default - none */
  readonly query?: Readonly<Record<string, string>>;
  /** By lower-case name. @default - none */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default - empty */
  readonly body?: string;
  /** What messages call it. @default - method and path */
  readonly name?: string;
}

/** A request that was refused, or that nobody answered. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';

  constructor(
    message: string,
    /** Of the last answer. Undefined: there was none. */
    readonly status: number | undefined,
    /** What the service calls the mistake, such as `Throttling`. Undefined where it does not say, or did not answer. */
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

const FIRST_PAUSE_MS = 100;

/** Lambda freezes the function between wake-ups, and a connection that was kept may be dead when it thaws. */
const ONE_USE = { keepAlive: false, maxSockets: Number.POSITIVE_INFINITY } as const;

/**
 * A service of AWS without its SDK client, whose models of every operation would be a quarter of the bundle for the
 * one request that is made here. Signing, HTTP and credentials are the SDK's own parts.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export class RestService {
  private readonly handler: NodeHttpHandler;
  private readonly signer: SignatureV4;

  constructor(private readonly options: RestServiceOptions) {
    const { service, region, timeoutMs, keepsConnections = false, credentials = fromEnv() } = options;
    this.handler = new NodeHttpHandler({
      connectionTimeout: timeoutMs,
      ...(keepsConnections ? {} : { httpAgent: ONE_USE, httpsAgent: ONE_USE }),
    });
    this.signer = new SignatureV4({
      service,
      region,
      credentials,
      sha256: Hash.bind(null, 'sha256'),
      // S3 alone signs paths as they are sent, without escaping them once more.
      uriEscapePath: service !== 's3',
    });
  }

  /**
   * The body of the answer. A service that is busy, broken or out of reach is asked again.
   *
   * @throws RequestFailed naming the service, the request and the status or cause
   */
  async send(request: RestRequest): Promise<string> {
    const { service, maxAttempts } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.attempt(request);
      if (answer.kind === 'answered') {
        return answer.body;
      }
      if (!answer.retry || attempt >= maxAttempts) {
        const { name = `${request.method} ${request.path}` } = request;
        throw new RequestFailed(`${service}: ${name} failed: ${answer.because}`, answer.status, answer.code);
      }
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }

  private async attempt(request: RestRequest): Promise<Answer> {
    const { timeoutMs } = this.options;
    const abortSignal = AbortSignal.timeout(timeoutMs);
    try {
      const signed = (await this.signer.sign(this.httpRequest(request))) as HttpRequest;
      const { response } = await this.handler.handle(signed, { abortSignal });
      return answerOf(response.statusCode, await text(response.body));
    } catch (error) {
      const because = abortSignal.aborted ? `no answer within ${timeoutMs} ms` : String(error);
      return { kind: 'failed', retry: true, because };
    }
  }

  private httpRequest({ method, path, query, headers = {}, body = '' }: RestRequest): HttpRequest {
    const { protocol, host, hostname, port, pathname } = new URL(this.options.endpoint + path);
    return new HttpRequest({
      method,
      protocol,
      hostname,
      port: port === '' ? undefined : Number(port),
      path: pathname,
      query: { ...query },
      headers: { ...headers, host, 'content-length': String(Buffer.byteLength(body)) },
      body,
    });
  }
}

type Answer =
  | { readonly kind: 'answered'; readonly body: string }
  | {
      readonly kind: 'failed';
      readonly retry: boolean;
      readonly because: string;
      readonly status?: number;
      readonly code?: string;
    };

/**
 * Services say in an XML element `Code` what is wrong, such as `Throttling`, or in JSON as `__type`, with a namespace
 * before it.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization
 */
const CODE = /<Code>(\w+)<\/Code>|"__type"\s*:\s*"(?:[^"#]*#)?(\w+)"/;

function answerOf(status: number, body: string): Answer {
  if (status >= 200 && status < 300) {
    return { kind: 'answered', body };
  }
  const [, xml, json] = CODE.exec(body) ?? [];
  const code = xml ?? json;
  const because = `status ${status}, ${code ?? 'no code'}`;
  return { kind: 'failed', retry: mayPass(status, code ?? ''), because, status, code };
}

/**
 * The status alone does not tell: S3 says `RequestTimeout`, and Route 53 `Throttling`, with status 400.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
function mayPass(status: number, code: string): boolean {
  const error = { name: code, message: '', $metadata: { httpStatusCode: status } };
  return status >= 500 || isThrottlingError(error) || isTransientError(error);
}
