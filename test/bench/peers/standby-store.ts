import { DomainName, EndpointType, MockIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';

const ANSWER = {
  statusCode: '200',
  responseTemplates: { 'text/html': '<!doctype html><title>Store</title>' },
};

/**
 * A second store that takes any request, orders too: a regional API Gateway, as in AWS's sample. A mock integration
 * stands for the sample's function, because a rehearsal runs no functions behind an API.
 */
export class StandbyStore extends Construct {
  private readonly api: RestApi;

  constructor(
    scope: Construct,
    id: string,
    private readonly certificate: ICertificate,
  ) {
    super(scope, id);
    this.api = new RestApi(this, 'Api', {
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      defaultIntegration: new MockIntegration({
        requestTemplates: { 'application/json': '{"statusCode": 200}' },
        integrationResponses: [ANSWER],
      }),
      defaultMethodOptions: { methodResponses: [{ statusCode: '200' }] },
    });
    this.api.root.addMethod('ANY');
    this.api.root.addProxy({ anyMethod: true });
  }

  /** Answers for a name. @returns where its record leads */
  listenAs(domainName: string): CfnRecordSet.AliasTargetProperty {
    const name = new DomainName(this, domainName, {
      domainName,
      certificate: this.certificate,
      endpointType: EndpointType.REGIONAL,
      mapping: this.api,
    });
    return { dnsName: name.domainNameAliasDomainName, hostedZoneId: name.domainNameAliasHostedZoneId };
  }
}
