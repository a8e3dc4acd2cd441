import type { Exchange } from '../../kernel/network/exchange';
import type { Host, NetworkRequest } from '../../kernel/network/network';
import type { Deployment } from '../assembly/deployment';
import { HTTP_API } from './resource';

/** Emulation: what a connection and an answer take. AWS states no figures. */
const CONNECT_MS = 20;
const ANSWER_MS = 20;

/** Where each HTTP API of the assembly can be reached. */
export const apiEndpoints = (deployment: Deployment): readonly string[] =>
  deployment.all(HTTP_API).map(({ attribute }) => new URL(attribute('ApiEndpoint')).hostname);

/** The assembly's HTTP APIs at the endpoints that API Gateway gives them. */
export class HttpApis implements Host {
  private readonly endpoints: ReadonlySet<string>;

  constructor(deployment: Deployment) {
    this.endpoints = new Set(apiEndpoints(deployment));
  }

  answersAt(address: string): boolean {
    return this.endpoints.has(address);
  }

  /**
   * Endpoints speak HTTPS only, and an API without a stage has nothing to answer with.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html
   */
  exchange(_address: string, { protocol = 'https' }: NetworkRequest): Exchange {
    return protocol === 'https' ? NOT_FOUND : { kind: 'connect-refused', elapsedMs: CONNECT_MS };
  }
}

const NOT_FOUND: Exchange = {
  kind: 'response',
  connectMs: CONNECT_MS,
  firstByteMs: ANSWER_MS,
  bodyMs: 0,
  status: 404,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"message":"Not Found"}'),
};
