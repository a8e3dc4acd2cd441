import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { previewServer } from '../../../lib/operator/preview/preview-server';
import { previewStates } from '../../../lib/operator/preview/preview-states';
import { hashSource } from '../../../lib/page/content-security-policy';
import { parsePageStatus } from '../../../lib/page/script/page-status';
import { EXTRAS, LANGUAGES, pageProps } from '../../helpers/page-props';

const NOW = Date.UTC(2026, 2, 2, 10);
const STATES = previewStates(NOW);

let server: Server;
let address: string;

beforeAll(async () => {
  server = previewServer({ page: pageProps(EXTRAS), version: 'v7', now: () => NOW });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(address + path, init);

describe('preview', () => {
  test.each([
    ['/', 360, ['light', 'dark']],
    ['/?width=820&scheme=dark', 820, ['dark']],
    ['/?width=1440&scheme=light', 1440, ['light']],
    ['/?width=17&scheme=sepia', 360, ['light', 'dark']],
  ])('at %s shows every state in every language, %d px wide, in %j', async (path, width, schemes) => {
    const html = await (await get(path)).text();
    const frames = [...html.matchAll(/ src="([^"]*)" title="[^"]*" style="width:(\d+)px/g)];
    expect(frames.map(([, src, px]) => [src, Number(px)])).toEqual(
      STATES.flatMap(({ name }) =>
        LANGUAGES.flatMap((language) =>
          schemes.map((scheme) => [`/preview/${name}/${language}/${scheme}`, width]),
        ),
      ),
    );
  });

  test.each([
    ['dark', '@media all{'],
    ['light', '@media not all{'],
  ])(
    'shows a page in %s whatever the browser prefers, by a style that its policy allows',
    async (scheme, media) => {
      const html = await (await get(`/preview/down/en/${scheme}`)).text();
      const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
      expect(style).toContain(`color-scheme:${scheme};`);
      expect(style).toContain(media);
      expect(html).toContain(hashSource(style));
    },
  );

  test.each(STATES.map(({ name }) => name))('gives a page in the state %s its status', async (name) => {
    const expected = STATES.find((state) => state.name === name)?.status;
    const answer = await get('/understudy/status.json', {
      headers: { referer: `${address}/preview/${name}/fr` },
    });
    expect(answer.status).toBe(expected ? 200 : 404);
    const text = await answer.text();
    if (expected) {
      expect(parsePageStatus(text)).toEqual(expected);
    }
  });

  test('gives a page that was just loaded the status that came before, once', async () => {
    const status = async () => {
      const headers = { referer: `${address}/preview/truly-back/fr` };
      return parsePageStatus(await (await get('/understudy/status.json', { headers })).text())?.x_mode;
    };
    await get('/preview/truly-back/fr');
    expect([await status(), await status()]).toEqual(['emergency', 'normal']);
  });

  test.each([
    ['/preview/down/fr', '<html lang=fr>'],
    ['/preview/down/all', '"zh-Hant":['],
    ['/understudy/pl.html', '<html lang=pl>'],
  ])('shows the page at %s', async (path, mark) => {
    const answer = await get(path);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(mark);
  });

  test.each([
    ['/preview/back/en', 200],
    ['/preview/page/en', 503],
  ])('answers what the page at %s asks the store with %d', async (path, status) => {
    const headers = { referer: address + path, 'sec-fetch-dest': 'empty' };
    expect((await get('/', { headers })).status).toBe(status);
  });

  test('has nothing else', async () => {
    expect((await get('/products/7')).status).toBe(404);
  });

  test('tells its version, so that pages reload after a change', async () => {
    const { body, headers } = await get('/changes');
    expect(headers.get('content-type')).toBe('text/event-stream');
    const { value } = (await body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('data: v7\n');
  });
});
