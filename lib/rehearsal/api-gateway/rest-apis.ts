import type { Deployment } from '../assembly/deployment';
import type { Exchange, ResponseExchange } from '../network/exchange';
import { type Host, type NetworkRequest, pathOf } from '../network/network';
import { BASE_PATH_MAPPING, DOMAIN_NAME, METHOD, RESOURCE, REST_API } from './resource';

type Method = (typeof METHOD)['properties']['_output'];

/** Emulation: what a connection and a mock answer take. AWS states no figures. */
const CONNECT_MS = 20;
const ANSWER_MS = 20;

/** The stack's REST APIs with mock integrations, under their custom domain names. */
export class RestApis implements Host {
  /** API id by the host name that clients must ask for. */
  private readonly apiByHost: ReadonlyMap<string, string>;
  private readonly regionalNames: ReadonlySet<string>;
  private readonly rootIds: ReadonlyMap<string, string>;
  private readonly proxyIds: ReadonlyMap<string, string>;
  private readonly methods: readonly Method[];
  /** What each method answers, which is always the same. */
  private readonly answers = new Map<Method, MockAnswer>();

  constructor(deployment: Deployment) {
    const domains = deployment.all(DOMAIN_NAME);
    this.regionalNames = new Set(domains.map(({ attribute }) => attribute('RegionalDomainName')));
    this.apiByHost = new Map(
      deployment
        .all(BASE_PATH_MAPPING)
        .map(({ properties }) => [properties.DomainName, properties.RestApiId]),
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
  }

  answersAt(address: string): boolean {
    return this.regionalNames.has(address);
  }

  /**
   * A custom domain name picks the API by the Host header; any other is forbidden.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
   */
  exchange(_address: string, request: NetworkRequest): Exchange {
    const api = this.apiByHost.get(request.headers['host'] ?? '');
    const method = api === undefined ? undefined : this.methodFor(api, request);
    return {
      kind: 'response',
      connectMs: CONNECT_MS,
      firstByteMs: ANSWER_MS,
      bodyMs: 0,
      ...(method === undefined ? FORBIDDEN : this.answerOf(method)),
    };
  }

  private answerOf(method: Method): MockAnswer {
    const answer = this.answers.get(method) ?? mockAnswer(method);
    this.answers.set(method, answer);
    return answer;
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

type MockAnswer = Pick<ResponseExchange, 'status' | 'headers' | 'body'>;

const FORBIDDEN: MockAnswer = {
  status: 403,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"message":"Forbidden"}'),
};

/**
 * A mock integration answers by its request template's status code, which selects the integration response.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
function mockAnswer({ Integration }: Method): MockAnswer {
  const [template = '{}'] = Object.values(Integration.RequestTemplates);
  const wanted = /"?statusCode"?\s*:\s*(\d+)/.exec(template)?.[1];
  const response =
    Integration.IntegrationResponses.find(
      ({ SelectionPattern }) =>
        SelectionPattern !== undefined && new RegExp(`^(?:${SelectionPattern})$`).test(wanted ?? ''),
    ) ?? Integration.IntegrationResponses.find(({ SelectionPattern }) => SelectionPattern === undefined);
  const [contentType = 'application/json', body = ''] =
    Object.entries(response?.ResponseTemplates ?? {})[0] ?? [];
  return {
    status: Number(response?.StatusCode ?? 500),
    headers: { 'content-type': contentType, ...headersOf(response?.ResponseParameters ?? {}) },
    body: Buffer.from(body),
  };
}

/** `method.response.header.Retry-After: "'120'"` is the header `retry-after: 120`. */
const headersOf = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => name.startsWith('method.response.header.'))
      .map(([name, value]) => [
        name.slice('method.response.header.'.length).toLowerCase(),
        value.replace(/^'|'$/g, ''),
      ]),
  );
