import { searchTexts } from '../../../../lib/rehearsal/play/world/search-texts';
import { anEndpoint, someHealthChecks } from '../../helpers/some-health-checks';

const matching = (path: string, SearchString: string, but: Record<string, unknown> = {}) =>
  anEndpoint(path, { Type: 'HTTPS_STR_MATCH', SearchString, ...but });
const textsOf = (resources: Parameters<typeof someHealthChecks>[0], paths: readonly string[] = []) =>
  searchTexts({
    healthChecks: someHealthChecks(resources).healthChecks,
    loadBalancers: { paths: [...paths] },
  });

describe('what a well store shows', () => {
  test('is all that any health check looks for, whatever the query', () => {
    const resources = {
      Home: matching('/', 'Example Shop'),
      Stock: matching('/?probe=1', 'in stock'),
      Again: matching('/', 'Example Shop', { FullyQualifiedDomainName: 'www.example' }),
      Status: anEndpoint('/'),
      Checkout: matching('/checkout', 'Pay'),
    };
    const { '/': home, ...others } = textsOf(resources, ['/', '/elb']);
    expect(home?.split('\n').filter((text) => text !== '')).toEqual(['Example Shop', 'in stock']);
    expect(others).toEqual({ '/elb': '', '/checkout': 'Pay' });
  });

  test('is not what an inverted health check looks for', () => {
    expect(textsOf({ Flag: matching('/flag', 'close', { Inverted: true }) })).toEqual({});
  });
});
