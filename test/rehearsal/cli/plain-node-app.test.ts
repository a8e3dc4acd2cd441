import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appIn, plainNodeApp } from '../../../lib/rehearsal/cli/plain-node-app';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-app-'));
  for (const name of ['app.js', 'app.ts']) {
    writeFileSync(join(folder, name), '');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the program of an app', () => {
  test.each(['node FOLDER/app.js', 'npx tsx FOLDER/app.ts', 'tsx FOLDER/app.ts', ' node FOLDER/app.js '])(
    'is known where Node.js runs it: %j',
    (command) => {
      const program = plainNodeApp(command.replace('FOLDER', folder));
      expect(program).toBe(join(folder, command.includes('app.ts') ? 'app.ts' : 'app.js'));
    },
  );

  test.each([
    ['ts-node checks types', 'npx ts-node --prefer-ts-exts FOLDER/app.ts'],
    ['options may change what it does', 'node --import FOLDER/app.js FOLDER/app.js'],
    ['there is no such file', 'node FOLDER/other.js'],
    ['another language', 'python3 FOLDER/app.py'],
    ['more than one command', 'npm run build && node FOLDER/app.js'],
    ['arguments of its own', 'node FOLDER/app.js edge'],
  ])('is left to its own command: %s', (_why, command) => {
    expect(plainNodeApp(command.replaceAll('FOLDER', folder))).toBeUndefined();
  });

  test('is unknown without a command line', () => {
    expect(plainNodeApp(undefined)).toBeUndefined();
  });
});

describe('the command line of an app', () => {
  test('stands in cdk.json', () => {
    expect(appIn('{"app":"node app.js","context":{}}')).toBe('node app.js');
  });

  test.each([
    ['no cdk.json', undefined],
    ['one that is no JSON', '{'],
    ['one without an app', '{}'],
    ['one whose app is no text', '{"app":["node","app.js"]}'],
  ])('is unknown with %s', (_what, config) => {
    expect(appIn(config)).toBeUndefined();
  });
});
