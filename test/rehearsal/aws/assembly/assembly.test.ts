import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { exampleAssembly } from '../../../helpers/example-assembly';

const FIXTURES = join(__dirname, '../../../fixtures');

describe('cloud assembly', () => {
  test.each(['edge', 'dns'] as const)('is read with its template and assets: %s', async (topology) => {
    const [stack, ...others] = readAssembly(await exampleAssembly(topology));
    expect(others).toEqual([]);
    expect(stack?.name).toBe('Understudy');
    const types = Object.values(stack?.template.Resources ?? {}).map(({ Type }) => Type);
    expect(types).toContain('AWS::CloudFront::Distribution');
    expect(types).toContain('AWS::Route53::HealthCheck');
    expect([...(stack?.assetPaths ?? [])].filter(([, path]) => !existsSync(path))).toEqual([]);
  });

  test('holds the stacks of its stages too', () => {
    const stacks = readAssembly(join(FIXTURES, 'stage'));
    expect(stacks.map(({ name }) => name)).toEqual(['Shop', 'Live-Shop']);
  });

  test('may hold a stack without resources', () => {
    const [stack] = readAssembly(join(FIXTURES, 'empty-template'));
    expect(stack).toMatchObject({ name: 'Empty', template: {} });
  });

  test('finds assets by their object key', () => {
    const [stack] = readAssembly(join(FIXTURES, 'missing-asset'));
    const path = join(FIXTURES, 'missing-asset', 'asset.gone');
    expect([...(stack?.assetPaths ?? [])]).toEqual([['gone.zip', path]]);
  });
});

describe('folder without a cloud assembly', () => {
  let empty: string;
  beforeEach(() => {
    empty = mkdtempSync(join(tmpdir(), 'understudy-empty-'));
  });
  afterEach(() => rmSync(empty, { recursive: true }));

  test.each<[string, () => string]>([
    ['is empty', () => empty],
    ['does not exist', () => join(empty, 'cdk.out')],
    ['is a file', () => __filename],
  ])('fails when it %s', (_name, directory) => {
    expect(() => readAssembly(directory())).toThrow(
      expect.objectContaining({
        code: 'ASSEMBLY_NOT_FOUND',
        message: `--app: no cloud assembly there, got ${resolve(directory())}; pass a folder that cdk synth wrote, such as cdk.out`,
      }),
    );
  });
});
