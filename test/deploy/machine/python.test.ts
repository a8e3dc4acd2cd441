import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPython } from './python';

describe('Python for the deploy check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-python-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is missing, with the reason, where there is none', async () => {
    expect(await installPython(folder, 'no-such-python')).toEqual({
      kind: 'missing',
      because: expect.stringMatching(/^python3 has no venv: .*no-such-python/),
    });
    expect(existsSync(join(folder, 'complete'))).toBe(false);
  });

  test('gets every package at one version only', () => {
    const lines = readFileSync(join(__dirname, '../requirements.txt'), 'utf8').trim().split('\n');
    const packages = lines.filter((line) => !line.startsWith('#'));
    expect(packages.length).toBeGreaterThan(3);
    expect(packages.filter((line) => !/^[\w-]+==[\w.]+$/.test(line))).toEqual([]);
  });
});
