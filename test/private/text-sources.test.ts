import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Aws, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';
import { type Contents, textSources } from '../../lib/private/text-sources';
import { onlyPropertiesOf } from '../helpers/template';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'understudy-texts-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

/** The properties of an upload of these texts, and the text files of its assets, as they lie in the assembly. */
function upload(texts: Contents) {
  const stack = new Stack(new App({ outdir }), 'Stack');
  const destinationBucket = new Bucket(stack, 'Bucket');
  new BucketDeployment(stack, 'Upload', { destinationBucket, sources: textSources(texts) });
  const properties = onlyPropertiesOf(Template.fromStack(stack), 'Custom::CDKBucketDeployment');
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' });
  const assets = files.filter((name) => /^asset\.[^/]*\/.*\.txt$/.test(name));
  return { properties, texts: assets.map((name) => readFileSync(join(outdir, name), 'utf8')).sort() };
}

describe('text sources', () => {
  test('upload all texts as one asset, each under its key', () => {
    const { properties, texts } = upload({ 'a.txt': 'one', 'deep/er/b.txt': 'two' });
    expect(properties['SourceObjectKeys']).toHaveLength(1);
    expect(texts).toEqual(['one', 'two']);
  });

  test('upload bytes as they are', () => {
    const { properties, texts } = upload({ 'a.txt': 'one', 'b.txt': Buffer.from('two') });
    expect(properties['SourceObjectKeys']).toHaveLength(1);
    expect(texts).toEqual(['one', 'two']);
  });

  test('upload a text with tokens on its own, with its values filled in at deployment', () => {
    const { properties } = upload({ 'a.txt': 'one', 'b.txt': `zone ${Aws.REGION}` });
    expect(properties['SourceObjectKeys']).toHaveLength(2);
    expect(JSON.stringify(properties['SourceMarkers'])).toContain('{"Ref":"AWS::Region"}');
  });

  test('upload nothing but tokens where all texts have them', () => {
    expect(upload({ 'a.txt': Aws.REGION }).properties['SourceObjectKeys']).toHaveLength(1);
  });
});
