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
});
