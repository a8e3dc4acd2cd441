import { storePathTemplate } from '../../helpers/store-path-stack';
import { edgeProps } from '../../helpers/store-props';
import { onlyPropertiesOf, propertiesOf } from '../../helpers/template';

describe('dead end of the origin', () => {
  const template = storePathTemplate(
    edgeProps({
      alternateDomainNames: ['www.shop.example.com'],
      mirroredPathPatterns: ['/static/*'],
      sharedPathPatterns: ['/products/*'],
    }),
  );

  test('is an API that answers nobody and has no name of its own', () => {
    expect(onlyPropertiesOf(template, 'AWS::ApiGatewayV2::Api')).toMatchObject({
      ProtocolType: 'HTTP',
      DisableExecuteApiEndpoint: true,
    });
    const types = Object.values(template.toJSON()['Resources']).map((one) => (one as { Type: string }).Type);
    expect(types.filter((type) => /ApiGateway/.test(type))).toEqual(['AWS::ApiGatewayV2::Api']);
    expect(template.findOutputs('*')).toEqual({});
  });

  test('is reached over HTTPS only, whatever the path, so that no handshake succeeds', () => {
    const { Origins } = onlyPropertiesOf(template, 'AWS::CloudFront::Distribution')['DistributionConfig'];
    const toStore = Origins.filter(({ DomainName }: never) => DomainName === 'origin.shop.example.com');
    expect(toStore.length).toBeGreaterThan(1);
    for (const { CustomOriginConfig } of toStore) {
      expect(CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: 'https-only' });
    }
  });

  test('never is a bucket: S3 would serve whoever made one with the name of the origin', () => {
    for (const { ResourceRecords = [] } of propertiesOf(template, 'AWS::Route53::RecordSet')) {
      expect(JSON.stringify(ResourceRecords)).not.toMatch(/\.s3|RegionalDomainName/);
    }
  });
});
