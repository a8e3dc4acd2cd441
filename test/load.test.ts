import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const LOADED = `require('./lib');
const heavy = Object.keys(require.cache).filter((file) => /node_modules.(@swc|@aws-sdk)/.test(file));
process.stdout.write(heavy.join('\\n'))`;

describe('construct library', () => {
  test('loads neither transpilers nor the SDK, which cost a synth more than all constructs', () => {
    const loaded = execFileSync(process.execPath, ['--import', 'tsx', '-e', LOADED], {
      cwd: join(__dirname, '..'),
      encoding: 'utf8',
    });
    expect(loaded).toBe('');
  });

  test('for tests loads no test framework and no CDK', () => {
    const code = `require('./lib/testing');
const found = Object.keys(require.cache).filter((file) => /node_modules.(jest|@jest|vitest|aws-cdk-lib)/.test(file));
process.stdout.write(found.join('\\n'))`;
    const loaded = execFileSync(process.execPath, ['--import', 'tsx', '-e', code], {
      cwd: join(__dirname, '..'),
      encoding: 'utf8',
    });
    expect(loaded).toBe('');
  });
});
