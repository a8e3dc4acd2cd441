import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Channels } from '../../../lib/monitoring/channels/channels';
import { bundleOwnFunction } from '../../../lib/private/bundling/own-function';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'understudy-own-'));
  write(
    'app/channels/matrix.ts',
    "import { room } from '../../shared/room';\nexport const handler = () => room;",
  );
  write('shared/room.ts', "export const room: string = '#on-call';");
  write('app/channels/unrelated.ts', 'export const unrelated = 1;');
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), text);
}

/** The key of the function's asset, and the code that gets deployed. */
function synthesize() {
  const outdir = mkdtempSync(join(directory, 'cdk.out-'));
  const app = new App({ outdir });
  const stack = new Stack(app, 'Stack', { env: { region: 'us-east-1' } });
  const key = new Key(stack, 'Key');
  const entry = join(directory, 'app/channels/matrix.ts');
  const channels = [{ name: 'matrix', sources: { entry } }];
  new Channels(stack, 'Channels', {
    channels,
    key,
    topics: [new Topic(stack, 'OnCall', { masterKey: key })],
    state: { table: Table.fromTableName(stack, 'State', 'State'), partitionKey: 'shop.example.com' },
  });
  const [made] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
  const assetKey: string = made?.['Properties'].Code.S3Key;
  app.synth();
  return {
    assetKey,
    code: readFileSync(join(outdir, `asset.${assetKey.replace('.zip', '')}`, 'index.js'), 'utf8'),
  };
}

describe("a channel's function of one's own", () => {
  test('is deployed as one file with everything that it imports', () => {
    const module = { exports: { handler: () => 'nothing' } };
    runInNewContext(synthesize().code, { module, exports: module.exports });
    expect(module.exports.handler()).toBe('#on-call');
  });

  test('is another asset once a file that it shares has changed, wherever that lies', () => {
    const before = synthesize();
    write('shared/room.ts', "export const room: string = '#store';");
    const after = synthesize();
    expect(after.code).toContain('#store');
    expect(after.assetKey).not.toBe(before.assetKey);
  });

  test('is the same asset when a file has changed that it does not import', () => {
    const before = synthesize();
    write('app/channels/unrelated.ts', 'export const unrelated = 2;');
    expect(synthesize().assetKey).toBe(before.assetKey);
  });

  test('is refused by name when its file is not there', () => {
    expect(() => bundleOwnFunction('onCall.channels "matrix"', { entry: 'channels/none.ts' })).toThrow(
      'onCall.channels "matrix": sources.entry must be a file, got "channels/none.ts"; name the one that exports handler, such as join(__dirname, "channel.ts")',
    );
  });

  test('is refused by name when esbuild is not installed, with the line that installs it', () => {
    const entry = join(directory, 'app/channels/matrix.ts');
    const without = { isInstalled: (name: string) => name !== 'esbuild' };
    expect(() => bundleOwnFunction('onCall.channels "matrix"', { entry }, without)).toThrow(
      `onCall.channels "matrix": esbuild bundles ${entry}, but it is not installed; run npm i -D esbuild`,
    );
  });
});
