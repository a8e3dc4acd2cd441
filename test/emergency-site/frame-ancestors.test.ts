import { frameAncestors } from '../../lib/emergency-site/frame-ancestors';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { storePathTemplate } from '../helpers/store-path-stack';
import { dnsProps, edgeProps } from '../helpers/store-props';
import { type Properties, propertiesOf } from '../helpers/template';

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
    ['edge', withProviders(edgeProps({ alternateDomainNames: ['www.shop.example.com'] })), 1],
    ['dns', withProviders(dnsProps()), 2],
  ])('are in every response headers policy of %s, and X-Frame-Options in none', (_topology, props, count) => {
    const template = storePathTemplate(props);
    const policies = propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy');
    const security = policies.map(
      (p: Properties) => p['ResponseHeadersPolicyConfig']['SecurityHeadersConfig'],
    );
    expect(security.map((headers: Properties) => headers['ContentSecurityPolicy'])).toEqual(
      Array(count).fill({
        ContentSecurityPolicy: `frame-ancestors 'self' https://shop.example.com https://www.shop.example.com ${PROVIDERS.join(' ')}`,
        Override: true,
      }),
    );
    expect(JSON.stringify(template)).not.toMatch(/frame-?options/i);
  });
});
