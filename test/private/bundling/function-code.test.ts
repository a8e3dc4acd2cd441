import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { type CfnFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import fc from 'fast-check';
import { functionCode } from '../../../lib/private/bundling/function-code';

let outdir: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'understudy-code-'));
});
afterAll(() => rmSync(outdir, { recursive: true }));

/** The folder of the asset that a function with this code gets. */
function assetOf(bundle: string): string {
  const stack = new Stack(new App({ outdir }), 'Stack');
  const code = functionCode(bundle);
  const made = new LambdaFunction(stack, 'F', {
    code,
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
  });
  const { s3Key = '' } = (made.node.defaultChild as CfnFunction).code as CfnFunction.CodeProperty;
  return join(outdir, `asset.${s3Key.replace('.zip', '')}`);
}

describe("a function's code", () => {
  test('is what the bundle says, in one file', () => {
    const asset = assetOf('exports.handler = () => 1;');
    expect(readdirSync(asset)).toEqual(['index.js']);
    expect(readFileSync(join(asset, 'index.js'), 'utf8')).toBe('exports.handler = () => 1;');
  });

  test('is the same asset for the same code, and another for any other', () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const code = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(code, code, (one, other) => {
        expect(assetOf(one) === assetOf(other)).toBe(one === other);
        expect(assetOf(one)).toBe(assetOf(one));
      }),
      { numRuns: 15 },
    );
    stderr.mockRestore();
  });
});
