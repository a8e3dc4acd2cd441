import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../../lib/private/bundling/bundle';

const ROOT = join(__dirname, '..', '..', '..');
const SCRIPT = join(ROOT, 'lib/page/script/languages.ts');

describe('bundle', () => {
  test('names every source that is in it, by its path in this package', () => {
    const { sources } = bundle({ entryPoints: [SCRIPT] });
    expect(sources).toContain('lib/page/script/languages.ts');
    expect(sources).toContain('lambda/emergency-response/contract/language-choice.ts');
    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('leaves dependencies to the lock file', () => {
    const { code, sources } = bundle({
      stdin: { contents: 'console.log(require("picocolors"))', resolveDir: ROOT },
      platform: 'node',
    });
    expect(code).toContain('createColors');
    expect(sources).toEqual(['<stdin>']);
  });

  test('fails when a file is not there, by name', () => {
    expect(() => bundle({ entryPoints: [join(ROOT, 'lib/none.ts')], logLevel: 'silent' })).toThrow(
      'lib/none.ts',
    );
  });
});
