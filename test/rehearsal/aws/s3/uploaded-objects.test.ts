import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { BUCKET_DEPLOYMENT } from '../../../../lib/rehearsal/aws/s3/resource';
import { uploadedObjects } from '../../../../lib/rehearsal/aws/s3/uploaded-objects';
import { aResource, aStack } from '../../helpers/a-deployment';

describe('upload into a bucket', () => {
  let folder: string;
  let asset: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-upload-'));
    asset = join(folder, 'asset');
    mkdirSync(join(asset, 'deep'), { recursive: true });
    writeFileSync(join(asset, 'deep', 'page.html'), 'a page');
    writeFileSync(join(folder, 'credentials'), 'a secret');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const uploaded = (properties = {}) => {
    const Upload = aResource('Custom::CDKBucketDeployment', {
      DestinationBucketName: 'site',
      SourceObjectKeys: ['asset.zip'],
      ...properties,
    });
    const deployment = new Deployment([
      { ...aStack({ Upload }), assetPaths: new Map([['asset.zip', asset]]) },
    ]);
    return deployment
      .all(BUCKET_DEPLOYMENT)
      .flatMap((upload) => uploadedObjects(upload, deployment))
      .map(([key, { body }]) => [key, String(body)]);
  };

  test('holds every file of the asset, by its path', () => {
    expect(uploaded()).toEqual([['deep/page.html', 'a page']]);
  });

  test.each([
    ['as they are', {}, 'say "hi"'],
    ['as they are', { SourceMarkersConfig: [{ jsonEscape: false }] }, 'say "hi"'],
    ['escaped for JSON', { SourceMarkersConfig: [{ jsonEscape: true }] }, 'say \\"hi\\"'],
  ])('holds values in place of their markers, %s: %j', (_, config, expected) => {
    writeFileSync(join(asset, 'deep', 'page.html'), '<<marker>>');
    expect(uploaded({ SourceMarkers: [{ '<<marker>>': 'say "hi"' }], ...config })).toEqual([
      ['deep/page.html', expected],
    ]);
  });

  test('holds what a link within the asset leads to', () => {
    symlinkSync('deep/page.html', join(asset, 'index.html'));
    expect(uploaded()).toEqual([
      ['deep/page.html', 'a page'],
      ['index.html', 'a page'],
    ]);
  });

  test('leaves out links that lead nowhere', () => {
    symlinkSync('gone.html', join(asset, 'index.html'));
    expect(uploaded()).toEqual([['deep/page.html', 'a page']]);
  });

  test.each(['../credentials', '..', '/etc/passwd'])('fails with a link out of the asset: %s', (target) => {
    symlinkSync(target, join(asset, 'index.html'));
    expect(uploaded).toThrow(
      expect.objectContaining({
        code: 'OUTSIDE_ASSEMBLY',
        message: `${join(asset, 'index.html')}: must lie in the asset that is uploaded, got a link out of it; copy the file into it`,
      }),
    );
  });
});
