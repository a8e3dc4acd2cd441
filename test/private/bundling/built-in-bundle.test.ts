import { builtInBundle } from '../../../lib/private/bundling/built-in-bundle';
import { BUILT_IN } from '../../../lib/private/bundling/from-source';

describe('built-in bundles', () => {
  test.each(BUILT_IN)('%s can be made of the sources, and the same twice', (name) => {
    const text = builtInBundle(name);
    expect(text.length).toBeGreaterThan(100);
    expect(builtInBundle(name)).toBe(text);
  });

  test('name no folder of the machine that made them', () => {
    expect(BUILT_IN.filter((name) => builtInBundle(name).includes(process.cwd()))).toEqual([]);
  });
});
