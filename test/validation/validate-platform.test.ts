import { Lazy } from 'aws-cdk-lib';
import { validatePlatform } from '../../lib/validation/validate-platform';

describe('the status page of a platform', () => {
  test.each([
    undefined,
    'https://www.shopifystatus.com/api/v2/summary.json',
    Lazy.string({ produce: () => 'later' }),
  ])('may be %j', (url) => {
    expect(validatePlatform({ platformStatusUrl: url })).toEqual([]);
  });

  test.each(['http://www.shopifystatus.com/', 'shopifystatus.com', ''])('is refused when it is %j', (url) => {
    expect(validatePlatform({ platformStatusUrl: url })).toEqual([
      `platformStatusUrl: must be an https URL, got ${JSON.stringify(url)}; write the address of its JSON, such as https://www.shopifystatus.com/api/v2/summary.json`,
    ]);
  });
});
