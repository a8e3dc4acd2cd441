import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';

const FIXTURES = join(__dirname, '../../../fixtures');
const REMEDY = 'a rehearsal reads nothing else: let cdk synth copy its assets (no --no-staging)';

describe('assembly', () => {
  let folder: string;
  let assembly: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-outside-'));
    assembly = join(folder, 'cdk.out');
    // What a developer may have beside it, in every form that could be read.
    for (const file of ['secret.json', 'manifest.json']) {
      writeFileSync(join(folder, file), '{"version":"48.0.0"}');
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const copy = (fixture: string): void => cpSync(join(FIXTURES, fixture), assembly, { recursive: true });
  /** Replaces a text in one of its files. */
  const edit = (file: string, from: string, to: string): void => {
    const path = join(assembly, file);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
  };
  const refused = (name: string, written: string) =>
    expect.objectContaining({
      code: 'OUTSIDE_ASSEMBLY',
      message: `${name}: must lie in the assembly, got ${written}; ${REMEDY}`,
    });

  const METADATA = '"type": "aws:cloudformation:stack",';
  const elsewhere = ['../secret.json', '/etc/passwd', 'assembly/../../secret.json'];
  test.each(
    elsewhere.flatMap((path) => [
      ['an asset', 'Shop.assets.json', 'asset.gone', path, 'Shop.assets.json: files.gone.source.path'],
      [
        'a template',
        'manifest.json',
        'Shop.template.json',
        path,
        'manifest.json: artifacts.Shop.properties.templateFile',
      ],
      [
        'an asset manifest',
        'manifest.json',
        'Shop.assets.json',
        path,
        'manifest.json: artifacts.Shop.assets.properties.file',
      ],
    ]),
  )('fails with %s elsewhere: %s with %s as %s', (_kind, file, from, path, name) => {
    copy('missing-asset');
    edit(file, from, path);
    expect(() => readAssembly(assembly)).toThrow(refused(name, path));
  });

  test.each(elsewhere)('fails with metadata elsewhere: %s', (path) => {
    copy('missing-asset');
    edit('manifest.json', METADATA, `${METADATA} "additionalMetadataFile": "${path}",`);
    expect(() => readAssembly(assembly)).toThrow(
      refused('manifest.json: artifacts.Shop.additionalMetadataFile', path),
    );
  });

  test.each(['..', '/etc', '../..'])('fails with a stage elsewhere: %s', (path) => {
    copy('stage');
    edit('manifest.json', '"directoryName": "assembly-Live"', `"directoryName": "${path}"`);
    expect(() => readAssembly(assembly)).toThrow(
      expect.objectContaining({
        code: 'OUTSIDE_ASSEMBLY',
        message: expect.stringContaining(`.properties.directoryName: must lie in the assembly, got ${path};`),
      }),
    );
  });

  test.each([
    ['a template', 'Shop.template.json', 'manifest.json: artifacts.Shop.properties.templateFile'],
    ['an asset', 'asset.gone', 'Shop.assets.json: files.gone.source.path'],
  ])('fails with %s that is a link out of it', (_kind, file, name) => {
    copy('missing-asset');
    rmSync(join(assembly, file), { force: true });
    symlinkSync(join(folder, 'secret.json'), join(assembly, file));
    expect(() => readAssembly(assembly)).toThrow(refused(name, file));
  });

  test('fails with a template that is elsewhere only for a reader who takes its path as relative', () => {
    copy('missing-asset');
    const path = `/../..${join(assembly, 'Shop.template.json')}`;
    edit('manifest.json', 'Shop.template.json', path);
    expect(() => readAssembly(assembly)).toThrow(
      refused('manifest.json: artifacts.Shop.properties.templateFile', path),
    );
  });

  test('fails with a manifest that is a link out of it', () => {
    mkdirSync(assembly);
    symlinkSync(join(folder, 'manifest.json'), join(assembly, 'manifest.json'));
    expect(() => readAssembly(assembly)).toThrow(refused(assembly, 'manifest.json'));
  });

  test('of a stage may share the assets of the whole', () => {
    copy('missing-asset');
    cpSync(join(FIXTURES, 'missing-asset'), join(assembly, 'assembly-Live'), { recursive: true });
    edit('assembly-Live/Shop.assets.json', 'asset.gone', '../asset.gone');
    edit('assembly-Live/Shop.template.json', '{', '{"Description": "live",');
    edit('assembly-Live/manifest.json', '"templateFile"', '"stackName": "Live", "templateFile"');
    edit(
      'manifest.json',
      '"artifacts": {',
      '"artifacts": { "assembly-Live": { "type": "cdk:cloud-assembly", "properties": { "directoryName": "assembly-Live" } },',
    );
    const paths = readAssembly(assembly).map(({ name, assetPaths }) => [name, assetPaths.get('gone.zip')]);
    expect(paths).toEqual([
      ['Shop', join(assembly, 'asset.gone')],
      ['Live', join(assembly, 'asset.gone')],
    ]);
  });

  test('may be reached through a link itself', () => {
    copy('missing-asset');
    const link = join(folder, 'link');
    symlinkSync(assembly, link);
    expect(readAssembly(link).map(({ name }) => name)).toEqual(['Shop']);
  });

  test('that holds itself ends with an error that says so', () => {
    copy('stage');
    edit('manifest.json', '"directoryName": "assembly-Live"', '"directoryName": "."');
    expect(() => readAssembly(assembly)).toThrow(expect.objectContaining({ code: 'INVALID_TEMPLATE' }));
  });
});
