import { scenarioJsonSchema } from '../../../lib/rehearsal/scenario/scenario-json-schema';

/** Every property in a JSON Schema, with the path that leads to it. */
function properties(schema: unknown, path = ''): readonly (readonly [string, Record<string, unknown>])[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? Object.entries(value as Record<string, Record<string, unknown>>).flatMap(([name, property]) => [
          [`${path}/${name}`, property] as const,
          ...properties(property, `${path}/${name}`),
        ])
      : properties(value, path),
  );
}

describe('schema of scenario files', () => {
  const schema = JSON.parse(scenarioJsonSchema());

  test('says what every key means', () => {
    const all = properties(schema);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
  });

  test('asks for what has no default only, and for no key that it does not know', () => {
    expect(schema).toMatchObject({
      required: ['name', 'hypothesis', 'likelihood', 'impact', 'owner', 'faults', 'endSeconds'],
      additionalProperties: false,
    });
  });
});
