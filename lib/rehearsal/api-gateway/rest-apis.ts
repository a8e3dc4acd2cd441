import type { Deployment } from '../assembly/deployment';
import type { Exchange } from '../network/exchange';
import { type Host, type NetworkRequest, pathOf } from '../network/network';
import { BASE_PATH_MAPPING, DOMAIN_NAME, GATEWAY_RESPONSE, METHOD, RESOURCE, REST_API } from './resource';
import { gatewayAnswer, MISSING_METHOD, THROTTLED } from './rules/gateway-answer';
import { tooManyHeaders } from './rules/header-limit';
import { type ApiAnswer, mockAnswer } from './rules/mock-answer';
import { StageThrottles } from './stage-throttles';

type Method = (typeof METHOD)['properties']['_output'];
type GatewayResponse = (typeof GATEWAY_RESPONSE)['properties']['_output'];
type BasePathMapping = (typeof BASE_PATH_MAPPING)['properties']['_output'];

/** Emulation: what a connection and a mock answer take. AWS states no figures. */
const CONNECT_MS = 20;
const ANSWER_MS = 20;

/** The stack's REST APIs with mock integrations, under their custom domain names. */
export class RestApis implements Host {
  /** By the host name that clients must ask for. */
  private readonly mappings: ReadonlyMap<string, BasePathMapping>;
  private readonly regionalNames: ReadonlySet<string>;
  private readonly rootIds: ReadonlyMap<string, string>;
  private readonly proxyIds: ReadonlyMap<string, string>;
  private readonly methods: readonly Method[];
  private readonly gatewayResponses: readonly GatewayResponse[];
  private readonly throttles: StageThrottles;
  /** What each method answers, which is always the same. */
  private readonly answers = new Map<Method, ApiAnswer>();

  constructor(deployment: Deployment) {
    const domains = deployment.all(DOMAIN_NAME);
    this.regionalNames = new Set(domains.map(({ attribute }) => attribute('RegionalDomainName')));
    this.mappings = new Map(
      deployment.all(BASE_PATH_MAPPING).map(({ properties }) => [properties.DomainName, properties]),
    );
    this.rootIds = new Map(
      deployment.all(REST_API).map(({ ref, attribute }) => [ref, attribute('RootResourceId')]),
    );
    this.proxyIds = new Map(
      deployment
        .all(RESOURCE)
        .filter(({ properties }) => properties.PathPart === '{proxy+}')
        .map(({ ref, properties }) => [properties.RestApiId, ref]),
    );
    this.methods = deployment.all(METHOD).map(({ properties }) => properties);
    this.gatewayResponses = deployment.all(GATEWAY_RESPONSE).map(({ properties }) => properties);
    this.throttles = new StageThrottles(deployment);
  }

  answersAt(address: string): boolean {
    return this.regionalNames.has(address);
  }

  /**
   * A custom domain name picks the API by the Host header; any other is forbidden.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
   */
  exchange(_address: string, request: NetworkRequest, startMs: number): Exchange {
    const mapping = this.mappings.get(request.headers['host'] ?? '');
    const answer =
      tooManyHeaders(request.headers) ??
      (mapping === undefined ? FORBIDDEN : this.answer(mapping, request, startMs));
    return { kind: 'response', connectMs: CONNECT_MS, firstByteMs: ANSWER_MS, bodyMs: 0, ...answer };
  }

  private answer(mapping: BasePathMapping, request: NetworkRequest, startMs: number): ApiAnswer {
    const method = this.methodFor(mapping.RestApiId, request);
    if (method === undefined) return this.refusal(mapping, MISSING_METHOD);
    if (!this.throttles.pass(mapping, method, startMs)) return this.refusal(mapping, THROTTLED);
    const answer = this.answers.get(method) ?? mockAnswer(method);
    this.answers.set(method, answer);
    return answer;
  }

  private refusal({ RestApiId }: BasePathMapping, error: Parameters<typeof gatewayAnswer>[0]): ApiAnswer {
    return gatewayAnswer(
      error,
      this.gatewayResponses.filter((response) => response.RestApiId === RestApiId),
    );
  }

  private methodFor(api: string, request: NetworkRequest): Method | undefined {
    const resource = pathOf(request) === '/' ? this.rootIds.get(api) : this.proxyIds.get(api);
    const methods = this.methods.filter(({ ResourceId }) => ResourceId === resource);
    return (
      methods.find(({ HttpMethod }) => HttpMethod === request.method) ??
      methods.find(({ HttpMethod }) => HttpMethod === 'ANY')
    );
  }
}

const FORBIDDEN: ApiAnswer = {
  status: 403,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"message":"Forbidden"}'),
};
