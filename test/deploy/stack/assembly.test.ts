import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWith, templateOf } from './assembly';

describe('a copy of an assembly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-assembly-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has another template under another hash, so that the CDK CLI uploads it', () => {
    const hash = 'a'.repeat(64);
    const from = join(folder, 'from');
    mkdirSync(from);
    writeFileSync(join(from, 'Understudy.template.json'), '{"Resources":{}}');
    writeFileSync(
      join(from, 'manifest.json'),
      `{ "stackTemplateAssetObjectUrl": "s3://assets/${hash}.json" }`,
    );
    writeFileSync(join(from, 'Understudy.assets.json'), `{ "files": { "${hash}": {} } }`);
    const template = { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } };
    copyWith(template, from, join(folder, 'to'));
    expect(templateOf(join(folder, 'to'))).toEqual(template);
    const [manifest = '', assets = ''] = ['manifest.json', 'Understudy.assets.json'].map((file) =>
      readFileSync(join(folder, 'to', file), 'utf8'),
    );
    const [other = ''] = /[0-9a-f]{64}/.exec(manifest) ?? [];
    expect(other).not.toBe(hash);
    expect(assets).toBe(`{ "files": { "${other}": {} } }`);
  });
});
