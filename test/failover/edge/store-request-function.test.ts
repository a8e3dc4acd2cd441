import { Duration } from 'aws-cdk-lib';
import { PAYMENT_RETURN_PATH_PATTERNS } from '../../../lib/failover/edge/payment-returns';
import { storeRequestCode } from '../../../lib/failover/edge/store-request-function';
import type { EdgeTopology } from '../../../lib/understudy-props';
import { storePathTemplate } from '../../helpers/store-path-stack';
import { EDGE, edgeProps } from '../../helpers/store-props';
import { distributionConfig, onlyPropertiesOf, type Properties } from '../../helpers/template';

const templateWith = (changes: Partial<EdgeTopology> = {}) => storePathTemplate(edgeProps(changes));
const originOf = (config: Properties, id: string): Properties =>
  config['Origins'].find((origin: Properties) => origin['Id'] === id);

describe('the function before the store', () => {
  test('runs on requests of the default behavior alone, in the runtime that knows origins', () => {
    const template = templateWith({ sharedPathPatterns: ['/media/*'], mirroredPathPatterns: ['/static/*'] });
    expect(onlyPropertiesOf(template, 'AWS::CloudFront::Function')).toMatchObject({
      AutoPublish: true,
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
    });
    const config = distributionConfig(template);
    expect(config['DefaultCacheBehavior']['FunctionAssociations']).toMatchObject([
      { EventType: 'viewer-request' },
    ]);
    for (const behavior of config['CacheBehaviors']) {
      expect(behavior['FunctionAssociations']).toBeUndefined();
    }
  });

  test('only shortens: the origin by itself waits as long as a payment may take', () => {
    const config = distributionConfig(templateWith({ sharedPathPatterns: ['/media/*'] }));
    expect(originOf(config, 'store')['CustomOriginConfig']['OriginReadTimeout']).toBe(60);
    expect(originOf(config, 'store-shared')['CustomOriginConfig']['OriginReadTimeout']).toBe(9);
  });

  test.each<[string, Partial<EdgeTopology>, number]>([
    ['as long as forms', { readTimeout: Duration.seconds(20), writeTimeout: Duration.seconds(20) }, 20],
    ['as long as forms by default', { readTimeout: Duration.seconds(60) }, 60],
  ])('is not there where pages may take %s', (_how, topology, seconds) => {
    const template = templateWith(topology);
    template.resourceCountIs('AWS::CloudFront::Function', 0);
    const { CustomOriginConfig } = originOf(distributionConfig(template), 'store');
    expect(CustomOriginConfig['OriginReadTimeout']).toBe(seconds);
  });

  test('stays far below what CloudFront allows', () => {
    expect(Buffer.byteLength(storeRequestCode(EDGE))).toBeLessThan(2_048);
  });

  test('reads each address once, however long it is: no pattern of its own has an asterisk within', () => {
    for (const pattern of PAYMENT_RETURN_PATH_PATTERNS) {
      expect(pattern.slice(1, -1)).not.toContain('*');
    }
  });

  test('fails when the patterns make it larger than CloudFront allows', () => {
    const paymentReturnPathPatterns = Array.from(
      { length: 400 },
      (_, index) => `/a-way-back-from-paying-${index}/*`,
    );
    expect(() => storeRequestCode({ ...EDGE, paymentReturnPathPatterns })).toThrow(
      /^topology\.paymentReturnPathPatterns: make the function too large, got \d+ bytes; at most 10240, so name fewer$/,
    );
  });
});
