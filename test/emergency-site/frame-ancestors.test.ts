import { frameAncestors } from '../../lib/emergency-site/frame-ancestors';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { storePathTemplate } from '../helpers/store-path-stack';
import { dnsProps, edgeProps } from '../helpers/store-props';
import { propertiesOf } from '../helpers/template';

const PROVIDERS = ['https://pay.provider.example', 'https://*.bank.example:8443'];

describe('frame ancestors of the emergency page', () => {
  test("are the page's own origin and the shop's names", () => {
    expect(frameAncestors({ shopNames: ['shop.example.com', 'www.shop.example.com'] })).toBe(
      "frame-ancestors 'self' https://shop.example.com https://www.shop.example.com",
    );
  });

  test('are payment providers, too, as they are written', () => {
    expect(frameAncestors({ shopNames: ['shop.example.com'], paymentProviderOrigins: PROVIDERS })).toBe(
      "frame-ancestors 'self' https://shop.example.com https://pay.provider.example https://*.bank.example:8443",
    );
  });

  const withProviders = (props: UnderstudyProps): UnderstudyProps => ({
    ...props,
    page: { ...props.page, paymentProviderOrigins: PROVIDERS },
  });

  test.each([
    ['edge', withProviders(edgeProps({ alternateDomainNames: ['www.shop.example.com'] })), 0],
    ['dns', withProviders(dnsProps()), 2],
  ])('are sent by policies and functions of %s, and X-Frame-Options by none', (_topology, props, count) => {
    const template = storePathTemplate(props);
    const policy = `frame-ancestors 'self' https://shop.example.com https://www.shop.example.com ${PROVIDERS.join(' ')}`;
    const [site] = propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy').flatMap(
      ({ ResponseHeadersPolicyConfig: config }) => config['SecurityHeadersConfig'] ?? [],
    );
    expect(site['ContentSecurityPolicy']).toEqual({ ContentSecurityPolicy: policy, Override: true });
    const functions = propertiesOf(template, 'AWS::CloudFront::Function');
    expect(
      functions.filter(({ FunctionCode }) => JSON.stringify(FunctionCode).includes(policy)),
    ).toHaveLength(count);
    expect(JSON.stringify(template)).not.toMatch(/frame-?options/i);
  });
});
