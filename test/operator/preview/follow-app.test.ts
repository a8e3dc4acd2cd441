import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Understudy } from '../../../lib';
import { type FollowedPage, type FollowOptions, followApp } from '../../../lib/operator/preview/follow-app';
import { previewServer } from '../../../lib/operator/preview/preview-server';
import { readPage } from '../../../lib/operator/preview/read-page';
import { isSource } from '../../../lib/operator/preview/watch-folder';
import { pageProps } from '../../helpers/page-props';
import { APP_CONTEXT, storeProps } from '../../helpers/store-props';

let folder: string;
let assembly: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-page-'));
  assembly = join(folder, 'cdk.out');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Synthesizes stores without bundles: nothing here is run. */
function synthesize(storeName: string, domainNames: readonly string[] = ['shop.example.com']): void {
  const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] };
  const app = new App({ outdir: assembly, context, builtinCloudFormationValidation: false });
  for (const [index, domainName] of domainNames.entries()) {
    const stack = new Stack(app, `Shop${index}`, { env: { region: 'us-east-1' } });
    new Understudy(stack, 'Understudy', storeProps({ domainName, page: pageProps({ storeName }) }));
  }
  app.synth();
}

describe('the page of an assembly', () => {
  test('is what its app said, word for word', () => {
    synthesize('Corner Shop');
    expect(readPage(assembly)).toEqual({
      schema: 1,
      domainName: 'shop.example.com',
      page: JSON.parse(JSON.stringify(pageProps({ storeName: 'Corner Shop' }))),
    });
  });

  test('is chosen by its store where there are several', () => {
    synthesize('Corner Shop', ['shop.example.com', 'outlet.example.com']);
    expect(readPage(assembly, 'outlet.example.com').domainName).toBe('outlet.example.com');
    expect(() => readPage(assembly)).toThrow(
      '--store: must be one of shop.example.com, outlet.example.com, got nothing; a preview is of one page',
    );
    expect(() => readPage(assembly, 'none.example.com')).toThrow('got "none.example.com"');
  });

  test.each([
    ['no assembly', () => mkdirSync(assembly), '--app: no cloud assembly there, got '],
    ['no page', () => new App({ outdir: assembly }).synth(), '--app: has no emergency page, got '],
  ])('is not found in a folder with %s', (_, make, message) => {
    make();
    expect(() => readPage(assembly)).toThrow(message);
  });

  test.each(['{', '{"schema":2,"domainName":"shop.example.com","page":{}}'])(
    'of another version is refused: %s',
    (metadata) => {
      const app = new App({ outdir: assembly });
      new Stack(app, 'Shop').node.addMetadata('understudy:page', metadata);
      app.synth();
      expect(() => readPage(assembly)).toThrow('run cdk synth with this one');
    },
  );
});

describe('a preview', () => {
  let followed: FollowedPage;
  let server: Server;
  const said: string[] = [];

  async function show(options: Partial<FollowOptions> = {}): Promise<string> {
    const say = (text: string) => void said.push(text);
    followed = await followApp({ assembly, sources: folder, now: () => 0, say, ...options });
    server = previewServer(followed.page).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  afterEach(async () => {
    followed.stop();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const titleOf = async (address: string): Promise<string | undefined> =>
    /<h1>(.*?)<\/h1>/.exec(await (await fetch(address)).text())?.[1];

  /** The next version that the server sends to browsers. */
  async function nextVersion(address: string): Promise<() => Promise<string>> {
    const reader = (await fetch(`${address}/changes`)).body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    await read();
    return read;
  }

  test('of an assembly reloads in the browser when somebody synthesizes it again', async () => {
    synthesize('Corner Shop');
    const address = await show();
    expect(await titleOf(address)).toBe('Emergency page of Corner Shop');
    const version = await nextVersion(address);
    synthesize('Market Hall');
    expect(await version()).toContain('data: 0.1');
    expect(await titleOf(address)).toBe('Emergency page of Market Hall');
  });

  test('of an app synthesizes it as its sources change', async () => {
    let name = 'Corner Shop';
    const address = await show({ synthesize: async () => synthesize(name) });
    const version = await nextVersion(address);
    name = 'Market Hall';
    writeFileSync(join(folder, 'store.ts'), '');
    await version();
    expect(await titleOf(address)).toBe('Emergency page of Market Hall');
  });

  test('shows at once what was synthesized before, and what is new when it is there', async () => {
    synthesize('Corner Shop');
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const address = await show({
      synthesize: async () => {
        await waiting;
        synthesize('Market Hall');
      },
    });
    expect(await titleOf(address)).toBe('Emergency page of Corner Shop');
    const version = await nextVersion(address);
    finish();
    await version();
    expect(await titleOf(address)).toBe('Emergency page of Market Hall');
  });

  test('keeps the last page when the app fails, and says why', async () => {
    synthesize('Corner Shop');
    const failed = new Promise<string>((resolve) => {
      said.push = (text) => {
        resolve(text);
        return 1;
      };
    });
    const address = await show({ synthesize: () => Promise.reject(new Error('cdk synth failed')) });
    expect(await failed).toBe('cdk synth failed');
    expect(await titleOf(address)).toBe('Emergency page of Corner Shop');
  });
});

describe('sources of an app', () => {
  test.each(['store.ts', 'bin/app.js', 'lib/page.mts', 'cdk.json', 'lib/logo.svg', 'src/cdk.outline.ts'])(
    'are files that people edit: %s',
    (file) => expect(isSource(file)).toBe(true),
  );

  test.each([
    'node_modules/x/index.js',
    'cdk.out/manifest.json',
    'cdk.out.edge/tree.json',
    'dist/app.js',
    '.git/index.json',
    'packages/shop/.cache/x.js',
    'cdk.context.json',
    'lib/store.d.ts',
    'README.md',
  ])('are not %s', (file) => {
    expect(isSource(file)).toBe(false);
  });
});
