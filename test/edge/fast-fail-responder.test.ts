import { RestApis } from '../../lib/rehearsal/api-gateway/rest-apis';
import { storePathTemplate } from '../helpers/store-path-stack';
import { edgeProps } from '../helpers/store-props';
import { onlyPropertiesOf, propertiesOf } from '../helpers/template';
import { aDeployment } from '../rehearsal/helpers/a-deployment';

describe('fast-fail responder', () => {
  const template = storePathTemplate(edgeProps({ alternateDomainNames: ['www.shop.example.com'] }));

  test('answers 503 and when to come back on every path and method, without code', () => {
    const paths = propertiesOf(template, 'AWS::ApiGateway::Resource').map((resource) => resource['PathPart']);
    expect(paths).toEqual(['{proxy+}']);
    const methods = propertiesOf(template, 'AWS::ApiGateway::Method');
    expect(methods).toHaveLength(2);
    for (const method of methods) {
      expect(method).toMatchObject({
        HttpMethod: 'ANY',
        AuthorizationType: 'NONE',
        Integration: {
          Type: 'MOCK',
          RequestTemplates: { 'application/json': '{"statusCode": 503}' },
          IntegrationResponses: [
            { StatusCode: '503', ResponseParameters: { 'method.response.header.Retry-After': "'30'" } },
          ],
        },
      });
    }
  });

  test.each(['DEFAULT_4XX', 'DEFAULT_5XX'])(
    'answers 503 also when API Gateway itself refuses: %s',
    (type) => {
      template.hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
        ResponseType: type,
        StatusCode: '503',
        ResponseParameters: { 'gatewayresponse.header.Retry-After': "'30'" },
      });
    },
  );

  test("leaves nine tenths of the Region's quota to the owner's other APIs", () => {
    const { MethodSettings } = onlyPropertiesOf(template, 'AWS::ApiGateway::Stage');
    const methods = propertiesOf(template, 'AWS::ApiGateway::Method').length;
    expect(MethodSettings).toHaveLength(1);
    const [setting] = MethodSettings;
    expect(setting).toMatchObject({ HttpMethod: '*', ResourcePath: '/*' });
    expect(methods * setting['ThrottlingRateLimit']).toBe(1_000);
    expect(methods * setting['ThrottlingBurstLimit']).toBe(500);
  });

  test('answers 503 and when to come back to a request that it throttles, too', () => {
    const apis = new RestApis(aDeployment(template.toJSON()['Resources']));
    const ask = () =>
      apis.exchange('', { method: 'POST', path: '/checkout', headers: { host: 'shop.example.com' } }, 0);
    const served = ask();
    expect(served).toMatchObject({ status: 503, headers: { 'retry-after': '30' } });
    for (let request = 0; request < 1_000; request++) expect(ask()).toEqual(served);
  });

  test("knows the origin's name and every name that CloudFront may send as Host", () => {
    const names = propertiesOf(template, 'AWS::ApiGateway::DomainName');
    expect(names.map((name) => name['DomainName'])).toEqual([
      'origin.shop.example.com',
      'shop.example.com',
      'www.shop.example.com',
    ]);
    for (const name of names) {
      expect(name).toMatchObject({
        EndpointConfiguration: { Types: ['REGIONAL'] },
        SecurityPolicy: 'TLS_1_2',
      });
      expect(name['RegionalCertificateArn']).toEqual({ Ref: expect.stringMatching(/^Certificate/) });
    }
    template.resourceCountIs('AWS::ApiGateway::BasePathMapping', names.length);
  });

  test('can be reached by those names only and shows no other', () => {
    expect(onlyPropertiesOf(template, 'AWS::ApiGateway::RestApi')['DisableExecuteApiEndpoint']).toBe(true);
    expect(template.findOutputs('*')).toEqual({});
  });
});
