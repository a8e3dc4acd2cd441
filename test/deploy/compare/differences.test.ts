import fc from 'fast-check';
import { differences } from './differences';

describe('what a service has', () => {
  test.each<[string, unknown, unknown]>([
    ['keys in another case', { HealthCheckConfig: { Port: 443 } }, { healthCheckConfig: { port: '443' } }],
    ['a list in CloudFront’s wrapper', { Aliases: ['a'] }, { Aliases: { Quantity: 1, Items: ['a'] } }],
    ['an empty list in the wrapper', { Aliases: [] }, { Aliases: { Quantity: 0 } }],
    ['a document as text', { Policy: { Version: '2012-10-17' } }, { Policy: '{"Version":"2012-10-17"}' }],
    ['both documents as text', { Body: '{"a": [1]}' }, { Body: '{ "a": [1] }' }],
    ['more than the template says', { Name: 'a' }, { Name: 'a', Arn: 'b' }],
    ['a boolean in words', { Enabled: true }, { Enabled: 'true' }],
  ])('is as the template says with %s', (_what, expected, actual) => {
    expect(differences(expected, actual)).toEqual([]);
  });

  test.each<[string, unknown, unknown, string]>([
    ['another value', { Config: { Port: 443 } }, { Config: { Port: 80 } }, 'config.port'],
    ['no value', { Config: { Port: 443 } }, { Config: {} }, 'config.port'],
    ['no object', { Config: { Port: 443 } }, {}, 'config.port'],
    ['one more in a list', { Names: ['a'] }, { Names: ['a', 'b'] }, 'names'],
    ['one less in a list', { Names: ['a', 'b'] }, { Names: ['a'] }, 'names'],
    ['another order', { Names: ['a', 'b'] }, { Names: ['b', 'a'] }, 'names.0'],
    ['another text in a document', { Policy: { Sid: 'a' } }, { Policy: '{"Sid":"b"}' }, 'policy.sid'],
    ['another case of a value', { Type: 'CNAME' }, { Type: 'cname' }, 'type'],
  ])('differs with %s', (_what, expected, actual, path) => {
    expect(differences(expected, actual).map((difference) => difference.path)).toContain(path);
  });

  test('differs at each property that is changed alone, wherever it is', () => {
    const properties = fc.dictionary(
      fc.stringMatching(/^[A-Z][a-z]{1,5}$/),
      fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{1,5}$/), fc.integer(), { minKeys: 1, maxKeys: 3 }),
      { minKeys: 1, maxKeys: 3 },
    );
    fc.assert(
      fc.property(properties, (expected) => {
        for (const [outer, inner] of Object.entries(expected)) {
          for (const [key, value] of Object.entries(inner)) {
            const actual = { ...expected, [outer]: { ...inner, [key]: value + 1 } };
            expect(differences(expected, actual)).toEqual([
              {
                path: `${outer}.${key}`.toLowerCase(),
                expected: String(value),
                actual: String(value + 1),
              },
            ]);
          }
        }
      }),
    );
  });
});
