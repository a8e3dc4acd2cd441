import {
  DomainName,
  EndpointType,
  GatewayResponse,
  type IntegrationResponse,
  type MethodOptions,
  MockIntegration,
  PassthroughBehavior,
  ResponseType,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** The names to answer for. */
export interface FastFailResponderProps {
  /** The name that CloudFront resolves. */
  readonly originDomainName: string;
  /** The names that CloudFront sends as `Host` and SNI. */
  readonly shopNames: readonly string[];
  /** In this stack's region; covers all of the names above. */
  readonly certificate: ICertificate;
}

/**
 * Requests a second, and at once, to each of the two methods. Together they take up to a tenth of what API Gateway lets
 * an account's APIs of a Region have, 10,000 requests a second: in an outage a whole shop's requests end here, and the
 * owner's other APIs would be refused. No shopper loses by it, because a throttled request gets the very same answer.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const THROTTLE = { throttlingRateLimit: 500, throttlingBurstLimit: 250 };

const RETRY_AFTER = "'30'";
const BODY = 'The store does not answer at the moment.';
const RETRY_AFTER_HEADER = 'method.response.header.Retry-After';

/**
 * Answers 503 at once, to any path and method, while the origin is down: CloudFront then serves the emergency page
 * without waiting for a dead origin. It runs no code.
 *
 * Regional, not edge-optimized: the shop's names are already on one distribution and can't be on another.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export class FastFailResponder extends Construct {
  /** Where the failover record of the origin's name leads. */
  readonly hostName: string;

  constructor(scope: Construct, id: string, props: FastFailResponderProps) {
    super(scope, id);
    const api = this.createApi(props);
    const origin = this.listenAs(props.originDomainName, api, props);
    for (const name of props.shopNames) this.listenAs(name, api, props);
    this.hostName = origin.domainNameAliasDomainName;
  }

  private createApi({ originDomainName }: FastFailResponderProps): RestApi {
    const api = new RestApi(this, 'Api', {
      restApiName: `${originDomainName} fast-fail`,
      description: 'Understudy: answers 503 in place of a dead origin',
      endpointTypes: [EndpointType.REGIONAL],
      disableExecuteApiEndpoint: true,
      cloudWatchRole: false,
      deployOptions: THROTTLE,
      defaultIntegration: unavailableIntegration(),
      defaultMethodOptions: UNAVAILABLE_METHOD,
    });
    api.root.addMethod('ANY');
    api.root.addProxy({ anyMethod: true });
    // The output that CDK adds names the endpoint which is disabled above.
    api.node.tryRemoveChild('Endpoint');
    this.neverAnswerAnythingElse(api);
    acknowledge(api, ACCEPTED_FINDINGS);
    return api;
  }

  /**
   * API Gateway's own errors become the same 503: an unknown media type (415), a large upload (413), throttling
   * (429). CloudFront would pass those on to shoppers.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
   */
  private neverAnswerAnythingElse(api: RestApi): void {
    for (const type of [ResponseType.DEFAULT_4XX, ResponseType.DEFAULT_5XX]) {
      new GatewayResponse(this, type.responseType, {
        restApi: api,
        type,
        statusCode: '503',
        responseHeaders: { 'Retry-After': RETRY_AFTER },
        templates: { 'text/plain': BODY },
      });
    }
  }

  /**
   * SNI and `Host` pick a custom domain name, and a request for an unknown one is refused, so every name that may
   * arrive has its own. Neither follows the CNAME: CloudFront sends the shop's name, or the origin's where it does not
   * forward `Host`. The record leads to the regional endpoint of one of them, the one that matches the record's name.
   * That this endpoint answers for the others in the Region, too, is common knowledge rather than documented: try it
   * once in a real account.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html
   */
  private listenAs(domainName: string, api: RestApi, { certificate }: FastFailResponderProps): DomainName {
    return new DomainName(this, `Name-${domainName}`, {
      domainName,
      certificate,
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
      mapping: api,
    });
  }
}

const UNAVAILABLE_METHOD: MethodOptions = {
  methodResponses: [{ statusCode: '503', responseParameters: { [RETRY_AFTER_HEADER]: true } }],
};

function unavailableIntegration(): MockIntegration {
  const answer: IntegrationResponse = {
    statusCode: '503',
    responseParameters: { [RETRY_AFTER_HEADER]: RETRY_AFTER },
    responseTemplates: { 'text/plain': BODY },
  };
  return new MockIntegration({
    requestTemplates: { 'application/json': '{"statusCode": 503}' },
    passthroughBehavior: PassthroughBehavior.NEVER,
    integrationResponses: [answer],
  });
}

const ACCEPTED_FINDINGS = {
  'AwsSolutions-APIG1': 'Every answer is the same 503; the requests are in the access logs of CloudFront',
  'AwsSolutions-APIG2': 'Nothing in a request is read, so there is nothing to validate',
  'AwsSolutions-APIG3': 'A fixed answer needs no web ACL of its own; attach one to the distribution',
  'AwsSolutions-APIG4': 'The answer is for every shopper, so it asks for no authorization',
  'AwsSolutions-APIG6':
    'Every answer is the same 503, so execution logs would say nothing and cost money per request',
  'AwsSolutions-COG4': 'The answer is for every shopper, so there is no user pool',
};
