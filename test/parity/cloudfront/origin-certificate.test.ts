import { originCertificateNames } from '../../../lib/rehearsal/aws/cloudfront/rules/origin-certificate';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html#ssl-negotitation-failure';

describe(`Certificate of a custom origin (${source})`, () => {
  test.each([
    ["the viewer's Host is forwarded", { host: 'shop.example' }, ['origin.shop.example', 'shop.example']],
    ['it is not', { host: 'origin.shop.example' }, ['origin.shop.example', 'origin.shop.example']],
    ['no Host is known', {}, ['origin.shop.example', 'origin.shop.example']],
  ])("must have the origin's name or the Host of the request, where %s", (_what, headers, names) => {
    expect(originCertificateNames('origin.shop.example', headers)).toEqual(names);
  });
});
